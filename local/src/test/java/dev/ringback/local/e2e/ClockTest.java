package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to calls. The phones of this backend ring for two seconds only. */
class ClockTest {
    private static final Duration SET_UP_LEASE = Duration.ofSeconds(30);
    private static final Duration RINGING_LEASE = Duration.ofSeconds(2 + 5 + 15);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static Backend backend;
    private Phone ada;
    private Phone ben;

    @BeforeAll
    static void ringBriefly() throws Exception {
        backend = Backend.start(EditedAssembly.with(Map.of("RING_SECONDS", "2")));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @BeforeEach
    void twoPhones() throws Exception {
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
    }

    @Test
    void aCallThatNobodyAnswersIsMissed() throws Exception {
        try (CallFeed adas = CallFeed.of(ada, backend);
                CallFeed bens = CallFeed.of(ben, backend)) {
            Phone iphone = ben.second().registeredForCallKit("APNS");
            String callId = ada.calls(ben);

            for (CallFeed feed : List.of(adas, bens)) {
                assertThat(feed.next().path("state").asText()).isEqualTo("RINGING");
                JsonNode missed = feed.next();
                assertThat(missed.path("state").asText()).isEqualTo("MISSED");
                assertThat(missed.path("reason").asText()).isEqualTo("no_answer");
                Instant ringUntil = Instant.parse(missed.path("ringUntil").asText());
                assertThat(Instant.parse(missed.path("at").asText())).isAfterOrEqualTo(ringUntil.plus(GRACE));
            }
            assertThat(ben.listCalls().body().at("/items/0/state").asText()).isEqualTo("MISSED");
            assertThat(ben.answerCall(callId).error()).isEqualTo("CALL_MISSED");
            JsonNode push = backend.inbox().push("missed_call", ben.deviceToken());
            assertThat(PushSchemas.faultsOf(push)).isEmpty();
            assertThat(push.at("/payload/data/callId").asText()).isEqualTo(callId);
            JsonNode alert = backend.inbox().push("missed_call", iphone.deviceToken());
            assertThat(PushSchemas.faultsOf(alert)).isEmpty();
            assertThat(alert.path("channelType").asText()).isEqualTo("APNS");
            assertThat(backend.inbox().kinds(iphone.voipToken())).doesNotContain("missed_call");
            backend.bandwidth().awaitEmpty();
            assertThat(ben.initiateCall(ada).status()).isEqualTo(200);
            ben.endCall();
        }
    }

    @Test
    void anAnswerThatWasOnItsWayWhenTheRingingEndedConnects() throws Exception {
        Http.Answer call = ada.initiateCall(ben);
        await(Instant.parse(call.body().path("ringUntil").asText()).plusSeconds(2));

        assertThat(ben.answerCall(call.body().path("callId").asText()).status()).isEqualTo(200);

        ada.endCall();
    }

    @Test
    void aTimeOutThatComesEarlyDoesNoHarmAndOneThatGotLostIsMadeUpFor() throws Exception {
        Http.Answer call = ada.initiateCall(ben);
        Instant ringUntil = Instant.parse(call.body().path("ringUntil").asText());
        String callId = call.body().path("callId").asText();

        // Comes now, is sent back, and will not be seen again for minutes.
        hurryTimeouts();
        assertThat(ada.getCall(callId).body().path("state").asText()).isEqualTo("RINGING");
        await(ringUntil.minusSeconds(2).plus(RINGING_LEASE));
        sweep();

        Eventually.holds(
                "the sweeper ends the call",
                () -> ada.getCall(callId).body().path("state").asText().equals("MISSED"));
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void whatACrashLeftIsSweptOnceItsLeaseIsOver() throws Exception {
        // Nothing is made for a client that is gone by then.
        backend.bandwidth().fail("{\"path\":\"/sessions\",\"method\":\"POST\",\"delayMs\":4000,\"times\":1}");
        backend.bandwidth().fail("{\"path\":\"/participants\",\"method\":\"POST\",\"delayMs\":4000,\"times\":2}");
        Instant before = Instant.now();
        CompletableFuture<Http.Answer> answer = CompletableFuture.supplyAsync(this::initiate);
        Eventually.holds("the devices are reserved", () -> isInCall(ben));

        Functions.kill("CallApiHandler");

        assertThat(answer.get().status()).isGreaterThanOrEqualTo(500);
        assertThat(isInCall(ben)).isTrue();
        await(before.plus(SET_UP_LEASE).plusSeconds(2));
        sweep();
        Eventually.holds("the devices are free", () -> !isInCall(ada) && !isInCall(ben));
        backend.bandwidth().awaitEmpty();
        assertThat(ada.listCalls().body().at("/items/0/state").asText()).isEqualTo("FAILED");
        assertThat(ada.listCalls().body().at("/items/0/reason").asText()).isEqualTo("set_up_abandoned");
    }

    @Test
    void mediaThatBandwidthDidNotDeleteIsDeletedBySweeping() throws Exception {
        String callId = ada.calls(ben);
        backend.bandwidth().fail("{\"path\":\"/sessions/\",\"method\":\"DELETE\",\"status\":500,\"times\":2}");
        ada.endCall();
        Eventually.holds(
                "the release was tried and failed", () -> backend.logs().contains("\"leftBehind\":1"));
        assertThat(backend.bandwidth().taggedWith(callId)).hasSize(1);

        Eventually.holds("a sweep releases it", Duration.ofSeconds(60), () -> {
            sweep();
            return backend.bandwidth().isEmpty();
        });
    }

    private Http.Answer initiate() {
        try {
            return ada.initiateCall(ben);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInCall(Phone phone) {
        return backend.items("DeviceInfo")
                .anyMatch(item -> item.get("id").s().equals(phone.clientId()) && item.containsKey("callId"));
    }

    private static void await(Instant time) throws Exception {
        Eventually.holds(
                "it is " + time, Duration.ofSeconds(60), () -> Instant.now().isAfter(time));
    }

    private static void sweep() throws Exception {
        Http.Answer fired = Http.post(backend.runtime().endpoints().eventsUrl() + "/_rules", "{\"rule\":\"Sweep\"}");
        assertThat(fired.status()).as(fired.toString()).isLessThan(300);
    }

    private static void hurryTimeouts() throws Exception {
        String queues = backend.runtime().endpoints().awsEndpoint() + "/_queues";
        assertThat(Http.post(queues, "{\"queue\":\"RingTimeout\"}").status()).isLessThan(300);
    }
}

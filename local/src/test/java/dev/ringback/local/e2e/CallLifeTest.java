package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a call goes through, as its two phones see it: what they are answered, what they are told, and what is remembered. */
@ExtendWith(BackendExtension.class)
class CallLifeTest {
    private Backend backend;
    private Phone ada;
    private Phone ben;
    private CallFeed adas;
    private CallFeed bens;

    @BeforeEach
    void twoPhonesThatListen(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("APNS_VOIP");
        adas = CallFeed.of(ada, backend);
        bens = CallFeed.of(ben, backend);
    }

    @AfterEach
    void hangUp() throws Exception {
        ada.endCall();
        adas.close();
        bens.close();
        backend.inbox().heal();
    }

    @Test
    void anAnsweredCall() throws Exception {
        String callId = ada.calls(ben);
        Http.Answer answer = ben.answerCall(callId);
        ada.endCall(callId);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("token").asText()).isNotEmpty();
        bothAreTold(callId, "RINGING", "ANSWERED", "ENDED");
        bothRemember(callId, "ENDED");
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void theAnswersTokenIsTheCallees() throws Exception {
        Http.Answer call = ada.initiateCall(ben);
        String calleesToken = ben.answerCall(call.body().path("callId").asText())
                .body()
                .path("token")
                .asText();

        assertThat(calleesToken).isNotEqualTo(call.body().path("token").asText());
    }

    @Test
    void aDeclinedCall() throws Exception {
        String callId = ada.calls(ben);

        Http.Answer answer = ben.call("declineCall", "clientId", ben.clientId(), "callId", callId, "reason", "busy");

        assertThat(answer.body().path("state").asText()).isEqualTo("DECLINED");
        List<JsonNode> told = bothAreTold(callId, "RINGING", "DECLINED");
        assertThat(told.getLast().path("reason").asText()).isEqualTo("busy");
        bothRemember(callId, "DECLINED");
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void hangingUpOnARingingPhoneDeclines() throws Exception {
        String callId = ada.calls(ben);

        assertThat(ben.endCall().body().at("/result/state").asText()).isEqualTo("DECLINED");

        bothAreTold(callId, "RINGING", "DECLINED");
    }

    @Test
    void aCancelledCall() throws Exception {
        String callId = ada.calls(ben);

        assertThat(ada.endCall().body().at("/result/state").asText()).isEqualTo("CANCELLED");

        bothAreTold(callId, "RINGING", "CANCELLED");
        bothRemember(callId, "CANCELLED");
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void anUnreachablePhone() throws Exception {
        backend.inbox()
                .fail("{\"path\":\"push/APNS_VOIP/" + ben.deviceToken()
                        + "\",\"deliveryStatus\":\"PERMANENT_FAILURE\",\"statusCode\":410,"
                        + "\"statusMessage\":\"Unregistered or expired token\"}");

        String callId = ada.calls(ben);

        bothAreTold(callId, "RINGING", "UNREACHABLE");
        // Its token is dead, so the device is gone until it registers again.
        backend.inbox().heal();
        ben.registered("APNS_VOIP");
        bothRemember(callId, "UNREACHABLE");
        backend.bandwidth().awaitEmpty();
        assertThat(ada.initiateCall(backend.phone("carl").registered("GCM")).status())
                .isEqualTo(200);
    }

    @Test
    void twoWhoCallEachOtherAreInOneCall() throws Exception {
        String callId = ada.calls(ben);

        Http.Answer merged = ben.initiateCall(ada);

        assertThat(merged.body().path("merged").asBoolean()).isTrue();
        assertThat(merged.body().path("callId").asText()).isEqualTo(callId);
        assertThat(ben.answerCall(callId).body().path("token"))
                .isEqualTo(merged.body().path("token"));
        bothAreTold(callId, "RINGING", "ANSWERED");
        assertThat(backend.bandwidth().taggedWith(callId)).hasSize(1);
    }

    @Test
    void answeringTwiceGivesTheSameToken() throws Exception {
        String callId = ada.calls(ben);

        List<Http.Answer> answers = Http.atOnce(List.of(() -> ben.answerCall(callId), () -> ben.answerCall(callId)));

        assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Http.Answer::body).distinct()).hasSize(1);
    }

    @Test
    void aCallThatTheCalleeAnswersOnAnotherDevice() throws Exception {
        Phone tablet = ben.secondDevice("GCM");
        String callId = ada.calls(ben);

        Http.Answer answer = tablet.answerCall(callId);
        Http.Answer late = ben.answerCall(callId);

        assertThat(answer.body().path("token").asText()).isNotEmpty();
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.error()).isEqualTo("CALL_ANSWERED");
        assertThat(ben.getCall(callId).body().path("answeredBy").asText()).isEqualTo(tablet.clientId());
        List<JsonNode> told = bothAreTold(callId, "RINGING", "ANSWERED");
        assertThat(told.getLast().path("answeredBy").asText()).isEqualTo(tablet.clientId());
    }

    @Test
    void theDialedDeviceIsFreeWhenAnotherHasAnswered() throws Exception {
        Phone tablet = ben.secondDevice("GCM");
        Phone carl = backend.phone("carl").registered("GCM");
        String callId = ada.calls(ben);
        tablet.answerCall(callId);

        assertThat(carl.initiateCall(tablet).error()).isEqualTo("BUSY");
        assertThat(carl.initiateCall(ben).status()).isEqualTo(200);
        carl.endCall();
        assertThat(ben.endCall(callId).body().at("/result/ended").asBoolean(true))
                .isFalse();
        assertThat(ada.getCall(callId).body().path("state").asText()).isEqualTo("ANSWERED");
        assertThat(tablet.endCall().body().at("/result/state").asText()).isEqualTo("ENDED");
    }

    @Test
    void oneOfTwoDevicesThatAnswerAtTheSameTime() throws Exception {
        Phone tablet = ben.secondDevice("GCM");
        String callId = ada.calls(ben);

        List<Http.Answer> answers = Http.atOnce(List.of(() -> ben.answerCall(callId), () -> tablet.answerCall(callId)));

        assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(200, 409);
        bothAreTold(callId, "RINGING", "ANSWERED");
    }

    @Test
    void aDeclineOnOneDeviceEndsTheRingingOnAll() throws Exception {
        Phone tablet = ben.secondDevice("GCM");
        String callId = ada.calls(ben);

        assertThat(tablet.declineCall(callId).body().path("state").asText()).isEqualTo("DECLINED");

        bothAreTold(callId, "RINGING", "DECLINED");
        assertThat(ben.answerCall(callId).error()).isEqualTo("CALL_DECLINED");
        assertThat(tablet.listCalls().body().at("/items/0/callId").asText()).isEqualTo(callId);
    }

    @Test
    void aCallToAPersonRingsThePersonsDevice() throws Exception {
        String person = Directory.of(ben, backend)
                .create("Ben", "Miller", ben.clientId())
                .path("id")
                .asText();

        Http.Answer answer = ada.call("initiateCall", "callerId", ada.clientId(), "calleeId", person);

        String callId = answer.body().path("callId").asText();
        assertThat(ada.getCall(callId).body().path("calleeId").asText()).isEqualTo(ben.clientId());
        bothAreTold(callId, "RINGING");
    }

    @Test
    void aPersonThatClaimsAnothersDeviceDoesNotMakeItRing() throws Exception {
        Phone eve = backend.phone("eve").registered("GCM");
        String person = Directory.of(eve, backend)
                .create("Ben", "Miller", ben.clientId())
                .path("id")
                .asText();

        Http.Answer answer = ada.call("initiateCall", "callerId", ada.clientId(), "calleeId", person);

        String callId = answer.body().path("callId").asText();
        assertThat(ada.getCall(callId).body().path("calleeId").asText()).isEqualTo(eve.clientId());
    }

    @Test
    void aPersonThatIsDeletedCannotBeCalled() throws Exception {
        Directory directory = Directory.of(ben, backend);
        JsonNode person = directory.create("Ben", "Miller", ben.clientId());
        directory.delete(Directory.object("id", person.path("id").asText())
                .put("_version", person.path("_version").asInt()));

        Http.Answer answer = ada.call(
                "initiateCall",
                "callerId",
                ada.clientId(),
                "calleeId",
                person.path("id").asText());

        assertThat(answer.error()).isEqualTo("DEVICE_NOT_FOUND");
    }

    @Test
    void aPhoneThatWakesAfterTheEndLearnsThatItIsOver() throws Exception {
        String callId = ada.calls(ben);
        ada.endCall();

        assertThat(ben.getCall(callId).body().path("state").asText()).isEqualTo("CANCELLED");
        Http.Answer late = ben.answerCall(callId);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.error()).isEqualTo("CALL_CANCELLED");
        assertThat(late.body().path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aCallTellsItsTimes() throws Exception {
        String callId = ada.calls(ben);
        ben.answerCall(callId);
        ada.endCall();

        JsonNode call = ben.getCall(callId).body();

        assertThat(call.path("callerId").asText()).isEqualTo(ada.clientId());
        assertThat(call.path("calleeId").asText()).isEqualTo(ben.clientId());
        List<String> times = List.of("startedAt", "answeredAt", "endedAt").stream()
                .map(name -> call.path(name).asText())
                .toList();
        assertThat(times).isSorted().allMatch(time -> time.endsWith("Z"));
        assertThat(call.path("ringUntil").asText()).isGreaterThan(times.getFirst());
    }

    @Test
    void anEndThatNamesAnotherCallLeavesThisOneAlone() throws Exception {
        String over = ada.calls(ben);
        ada.endCall(over);
        String live = ada.calls(ben);

        Http.Answer answer = ada.endCall(over);

        assertThat(answer.body().at("/result/ended").asBoolean(true)).isFalse();
        assertThat(ada.getCall(live).body().path("state").asText()).isEqualTo("RINGING");
    }

    @Test
    void strangersLearnNothingOfACall() throws Exception {
        Phone eve = backend.phone("eve").registered("GCM");
        String callId = ada.calls(ben);

        assertThat(eve.getCall(callId).error()).isEqualTo("CALL_NOT_FOUND");
        assertThat(eve.answerCall(callId).error()).isEqualTo("CALL_NOT_FOUND");
        assertThat(eve.declineCall(callId).error()).isEqualTo("CALL_NOT_FOUND");
        assertThat(eve.endCall(callId).error()).isEqualTo("CALL_NOT_FOUND");
        assertThat(eve.call("listCalls", "clientId", ada.clientId()).error()).isEqualTo("DEVICE_NOT_FOUND");
        assertThat(eve.call("getCall", "clientId", ben.clientId(), "callId", callId)
                        .error())
                .isEqualTo("CALL_NOT_FOUND");
        assertThat(ada.getCall(callId).body().path("state").asText()).isEqualTo("RINGING");
    }

    @Test
    void theHistoryIsPagedNewestFirst() throws Exception {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(i % 2 == 0 ? ada.calls(ben) : ben.calls(ada));
            ada.endCall();
        }

        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            String token = next.isEmpty() ? "" : ",\"nextToken\":\"" + next + "\"";
            JsonNode page = ben.send("{\"action\":\"listCalls\",\"clientId\":\"" + ben.clientId() + "\",\"limit\":2"
                            + token + "}")
                    .body();
            page.path("items").forEach(call -> listed.add(call.path("callId").asText()));
            next = page.path("nextToken").asText();
        } while (!next.isEmpty());

        assertThat(listed).isEqualTo(made);
    }

    /** The events of a call, the same to both. */
    private List<JsonNode> bothAreTold(String callId, String... states) throws Exception {
        List<JsonNode> told = new ArrayList<>();
        for (CallFeed feed : List.of(adas, bens)) {
            told.clear();
            long version = 0;
            for (String state : states) {
                JsonNode event = feed.next();
                assertThat(event.path("callId").asText()).isEqualTo(callId);
                assertThat(event.path("state").asText()).isEqualTo(state);
                assertThat(event.path("version").asLong()).isGreaterThan(version);
                version = event.path("version").asLong();
                told.add(event);
            }
        }
        return told;
    }

    private void bothRemember(String callId, String state) throws Exception {
        for (Phone phone : List.of(ada, ben)) {
            JsonNode newest = phone.listCalls().body().path("items").path(0);
            assertThat(newest.path("callId").asText()).isEqualTo(callId);
            assertThat(newest.path("state").asText()).isEqualTo(state);
        }
    }
}

package dev.ringback.local.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.http.HttpAnswer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final BandwidthFixture bandwidth = new BandwidthFixture();

    @Test
    void createsASessionWithItsTag() throws Exception {
        HttpAnswer answer = bandwidth.call("POST", "/sessions", "{\"tag\":\"call-1\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(UUID.fromString(BandwidthFixture.json(answer).path("id").asText()))
                .isNotNull();
        assertThat(BandwidthFixture.json(answer).path("tag").asText()).isEqualTo("call-1");
    }

    @Test
    void findsASessionAgain() throws Exception {
        String session = bandwidth.session();

        assertThat(BandwidthFixture.json(bandwidth.call("GET", "/sessions/" + session, ""))
                        .path("id")
                        .asText())
                .isEqualTo(session);
    }

    @Test
    void aDeletedSessionIsGone() throws Exception {
        String session = bandwidth.session();

        assertThat(bandwidth.call("DELETE", "/sessions/" + session, "").status())
                .isEqualTo(204);
        assertThat(bandwidth.call("GET", "/sessions/" + session, "").status()).isEqualTo(404);
        assertThat(bandwidth.call("DELETE", "/sessions/" + session, "").status())
                .isEqualTo(404);
    }

    @Test
    void listsASessionsParticipants() throws Exception {
        String session = bandwidth.session();
        String caller = bandwidth.participant();
        String callee = bandwidth.participant();
        bandwidth.join(session, caller);
        bandwidth.join(session, callee);

        JsonNode list = BandwidthFixture.json(bandwidth.call("GET", "/sessions/" + session + "/participants", ""));

        assertThat(list.findValuesAsText("id")).containsExactly(caller, callee);
        assertThat(list.get(0).path("sessions").get(0).asText()).isEqualTo(session);
    }

    @Test
    void joiningTwiceIsHarmless() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);

        assertThat(bandwidth.join(session, participant).status()).isEqualTo(204);
    }

    @Test
    void aParticipantBelongsToOneSessionOnly() throws Exception {
        String participant = bandwidth.participant();
        bandwidth.join(bandwidth.session(), participant);

        HttpAnswer answer = bandwidth.join(bandwidth.session(), participant);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(BandwidthFixture.json(answer).path("error").asText()).contains("another session");
        assertThat(UUID.fromString(
                        BandwidthFixture.json(answer).path("requestId").asText()))
                .isNotNull();
    }

    @Test
    void aSessionTakesTwentyParticipants() throws Exception {
        String session = bandwidth.session();
        for (int i = 0; i < 20; i++) {
            assertThat(bandwidth.join(session, bandwidth.participant()).status())
                    .isEqualTo(204);
        }

        assertThat(bandwidth.join(session, bandwidth.participant()).status()).isEqualTo(409);
    }

    @Test
    void whoLeavesMayJoinAnotherSession() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);

        assertThat(bandwidth
                        .call("DELETE", BandwidthFixture.member(session, participant), "")
                        .status())
                .isEqualTo(204);
        assertThat(bandwidth.join(bandwidth.session(), participant).status()).isEqualTo(204);
    }

    @Test
    void leavingASessionOneIsNotInIs404() throws Exception {
        assertThat(bandwidth
                        .call("DELETE", BandwidthFixture.member(bandwidth.session(), bandwidth.participant()), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void joiningAnUnknownSessionIs404() throws Exception {
        assertThat(bandwidth
                        .join(UUID.randomUUID().toString(), bandwidth.participant())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUnknownParticipantJoiningIs404() throws Exception {
        assertThat(bandwidth
                        .join(bandwidth.session(), UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSessionEndsAfterNineHours() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);

        bandwidth.clock.advance(Duration.ofHours(9).plusSeconds(1));

        assertThat(bandwidth.call("GET", "/sessions/" + session, "").status()).isEqualTo(404);
        assertThat(BandwidthFixture.json(bandwidth.call("GET", "/participants/" + participant, ""))
                        .path("sessions"))
                .isEmpty();
    }

    @Test
    void twentyPlacesStayTwentyWhenManyJoinAtOnce() throws Exception {
        String session = bandwidth.session();
        AtomicInteger joined = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                threads.submit(
                        () -> bandwidth.join(session, bandwidth.participant()).status() == 204
                                ? joined.incrementAndGet()
                                : 0);
            }
        }

        assertThat(joined).hasValue(20);
        assertThat(bandwidth.state().path("sessions").get(0).path("participants"))
                .hasSize(20);
    }
}

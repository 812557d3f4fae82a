package dev.ringback.local.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import org.junit.jupiter.api.Test;

class BandwidthSimulatorTest {
    private final BandwidthFixture bandwidth = new BandwidthFixture();

    @Test
    void aPlannedFaultAnswersWithBandwidthsBodyAndCreatesNothing() throws Exception {
        bandwidth.simulator.answer(Requests.of(
                "POST", "/_faults", "{\"method\":\"POST\",\"path\":\"/sessions\",\"status\":500,\"times\":1}"));

        HttpAnswer answer = bandwidth.call("POST", "/sessions", "{}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(BandwidthFixture.json(answer).has("requestId")).isTrue();
        assertThat(bandwidth.state().path("sessions")).isEmpty();
    }

    @Test
    void theTokenEndpointCanFailAsWell() throws Exception {
        bandwidth.simulator.answer(Requests.of("POST", "/_faults", "{\"path\":\"/oauth2/token\",\"drop\":true}"));

        assertThat(bandwidth.grant("", "")).isSameAs(HttpAnswer.DROP);
    }

    @Test
    void stateShowsWhoIsInWhichSession() throws Exception {
        String session = bandwidth.session();
        String inside = bandwidth.participant();
        String outside = bandwidth.participant();
        bandwidth.join(session, inside);

        assertThat(bandwidth
                        .state()
                        .path("sessions")
                        .get(0)
                        .path("participants")
                        .toString())
                .isEqualTo("[\"" + inside + "\"]");
        assertThat(bandwidth
                        .state()
                        .path("participants")
                        .get(0)
                        .path("sessionId")
                        .asText())
                .isEqualTo(session);
        assertThat(bandwidth
                        .state()
                        .path("participants")
                        .get(0)
                        .path("subscriptions")
                        .path("sessionId")
                        .asText())
                .isEqualTo(session);
        assertThat(bandwidth.state().path("participants").get(1).path("id").asText())
                .isEqualTo(outside);
        assertThat(bandwidth.state().path("participants").get(1).has("sessionId"))
                .isFalse();
    }

    @Test
    void theSecretNamesTheSimulator() {
        JsonNode secret = BandwidthFixture.CREDENTIALS.asSecret("http://127.0.0.1:4566/_bandwidth");

        assertThat(secret.path("apiUrl").asText()).isEqualTo("http://127.0.0.1:4566/_bandwidth/v1");
        assertThat(secret.path("tokenUrl").asText()).endsWith("/oauth2/token");
    }
}

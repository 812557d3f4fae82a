package dev.ringback.local.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private final BandwidthFixture bandwidth = new BandwidthFixture();

    @ParameterizedTest
    @CsvSource({"GET,/sessions", "PUT,/participants/x", "GET,/sessions/x/people", "PATCH,/sessions/x", "GET,/"})
    void answersAnUnknownRouteAsItsGatewayDoes(String method, String path) throws Exception {
        HttpAnswer answer = bandwidth.call(method, path, "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(BandwidthFixture.json(answer).toString())
                .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void refusesWithoutCredentials() throws Exception {
        HttpAnswer answer = bandwidth.simulator.answer(Requests.of("POST", BandwidthFixture.api("/sessions"), "{}"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(BandwidthFixture.json(answer).toString()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        assertThat(bandwidth
                        .call(
                                "POST",
                                "/sessions",
                                "{}",
                                BandwidthFixture.basic(BandwidthFixture.CREDENTIALS.username(), "wrong"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAnotherAccount() throws Exception {
        assertThat(bandwidth
                        .simulator
                        .answer(Requests.of(
                                "POST",
                                "/v1/accounts/1/sessions",
                                "{}",
                                Map.of("authorization", BandwidthFixture.BASIC)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anAccessTokenOpensTheApi() throws Exception {
        JsonNode grant = BandwidthFixture.json(bandwidth.grant(
                BandwidthFixture.basic(
                        BandwidthFixture.CREDENTIALS.clientId(), BandwidthFixture.CREDENTIALS.clientSecret()),
                "grant_type=client_credentials"));

        assertThat(grant.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(grant.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(bandwidth
                        .call("POST", "/sessions", "{}", BandwidthFixture.bearer(grant))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anExpiredAccessTokenIs401() throws Exception {
        JsonNode grant = BandwidthFixture.json(bandwidth.grant(
                BandwidthFixture.basic(
                        BandwidthFixture.CREDENTIALS.clientId(), BandwidthFixture.CREDENTIALS.clientSecret()),
                "grant_type=client_credentials"));

        bandwidth.clock.advance(Duration.ofHours(1));

        assertThat(bandwidth
                        .call("POST", "/sessions", "{}", BandwidthFixture.bearer(grant))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anUnknownAccessTokenIs401() throws Exception {
        assertThat(bandwidth.call("POST", "/sessions", "{}", "Bearer made-up").status())
                .isEqualTo(401);
    }

    @Test
    void grantsNothingForAWrongSecret() throws Exception {
        assertThat(bandwidth
                        .grant(
                                BandwidthFixture.basic(BandwidthFixture.CREDENTIALS.clientId(), "wrong"),
                                "grant_type=client_credentials")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void oldAndNewCredentialsAreTakenUntilTheOldAreRevoked() throws Exception {
        JsonNode old = BandwidthFixture.json(bandwidth.grant(
                BandwidthFixture.basic(
                        BandwidthFixture.CREDENTIALS.clientId(), BandwidthFixture.CREDENTIALS.clientSecret()),
                "grant_type=client_credentials"));
        JsonNode fresh = BandwidthFixture.json(bandwidth.simulator.answer(Requests.of("POST", "/_credentials", "")));
        String basic = BandwidthFixture.basic(
                fresh.path("username").asText(), fresh.path("password").asText());
        assertThat(status(BandwidthFixture.bearer(old))).isEqualTo(200);
        assertThat(status(BandwidthFixture.BASIC)).isEqualTo(200);
        assertThat(status(basic)).isEqualTo(200);

        bandwidth.simulator.answer(Requests.of("DELETE", "/_credentials", ""));

        assertThat(status(BandwidthFixture.bearer(old))).isEqualTo(401);
        assertThat(status(BandwidthFixture.BASIC)).isEqualTo(401);
        assertThat(status(basic)).isEqualTo(200);
        assertThat(bandwidth
                        .grant(
                                BandwidthFixture.basic(
                                        fresh.path("clientId").asText(),
                                        fresh.path("clientSecret").asText()),
                                "grant_type=client_credentials")
                        .status())
                .isEqualTo(200);
    }

    private int status(String authorization) throws Exception {
        return bandwidth.call("POST", "/sessions", "{}", authorization).status();
    }

    @Test
    void grantsNoOtherKindOfToken() throws Exception {
        assertThat(bandwidth
                        .grant(
                                BandwidthFixture.basic(
                                        BandwidthFixture.CREDENTIALS.clientId(),
                                        BandwidthFixture.CREDENTIALS.clientSecret()),
                                "grant_type=password")
                        .status())
                .isEqualTo(400);
    }
}

package dev.ringback.local.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthSimulatorTest {
    private static final BandwidthCredentials CREDENTIALS = BandwidthCredentials.random();
    private static final String BASIC = basic(CREDENTIALS.username(), CREDENTIALS.password());

    private final AdjustableClock clock = new AdjustableClock();
    private final BandwidthSimulator bandwidth = new BandwidthSimulator(CREDENTIALS, clock);

    @Test
    void createsASessionWithItsTag() throws Exception {
        HttpAnswer answer = call("POST", "/sessions", "{\"tag\":\"call-1\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(UUID.fromString(json(answer).path("id").asText())).isNotNull();
        assertThat(json(answer).path("tag").asText()).isEqualTo("call-1");
    }

    @Test
    void findsASessionAgain() throws Exception {
        String session = session();

        assertThat(json(call("GET", "/sessions/" + session, "")).path("id").asText())
                .isEqualTo(session);
    }

    @Test
    void aDeletedSessionIsGone() throws Exception {
        String session = session();

        assertThat(call("DELETE", "/sessions/" + session, "").status()).isEqualTo(204);
        assertThat(call("GET", "/sessions/" + session, "").status()).isEqualTo(404);
        assertThat(call("DELETE", "/sessions/" + session, "").status()).isEqualTo(404);
    }

    @Test
    void createsAParticipantInNoSession() throws Exception {
        HttpAnswer answer = call("POST", "/participants", """
                {"publishPermissions":["AUDIO","VIDEO"],"deviceApiVersion":"V3","tag":"dev-1",
                 "callbackUrl":"https://example.com/hook"}
                """);

        JsonNode participant = json(answer).path("participant");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(participant.path("publishPermissions")).hasSize(2);
        assertThat(participant.path("sessions")).isEmpty();
        assertThat(participant.path("subscriptions")).isEmpty();
        assertThat(participant.path("tag").asText()).isEqualTo("dev-1");
        assertThat(participant.path("callbackUrl").asText()).isEqualTo("https://example.com/hook");
        assertThat(participant.path("deviceApiVersion").asText()).isEqualTo("V3");
    }

    @Test
    void aParticipantTokenIsAJwtThatNeedsNoEscapingInAQuery() throws Exception {
        String token = json(call("POST", "/participants", "{}")).path("token").asText();

        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8))
                .contains("HS256");
    }

    @Test
    void aParticipantsTokenIsShownOnlyOnce() throws Exception {
        assertThat(json(call("GET", "/participants/" + participant(), "")).has("token"))
                .isFalse();
    }

    @Test
    void aDeletedParticipantLeavesItsSession() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);

        assertThat(call("DELETE", "/participants/" + participant, "").status()).isEqualTo(204);
        assertThat(call("GET", "/sessions/" + session + "/participants", "").status())
                .isEqualTo(204);
        assertThat(call("DELETE", "/participants/" + participant, "").status()).isEqualTo(404);
    }

    @Test
    void listsASessionsParticipants() throws Exception {
        String session = session();
        String caller = participant();
        String callee = participant();
        join(session, caller);
        join(session, callee);

        JsonNode list = json(call("GET", "/sessions/" + session + "/participants", ""));

        assertThat(list.findValuesAsText("id")).containsExactly(caller, callee);
        assertThat(list.get(0).path("sessions").get(0).asText()).isEqualTo(session);
    }

    @Test
    void joiningTwiceIsHarmless() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);

        assertThat(join(session, participant).status()).isEqualTo(204);
    }

    @Test
    void aParticipantBelongsToOneSessionOnly() throws Exception {
        String participant = participant();
        join(session(), participant);

        HttpAnswer answer = join(session(), participant);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(json(answer).path("error").asText()).contains("another session");
        assertThat(UUID.fromString(json(answer).path("requestId").asText())).isNotNull();
    }

    @Test
    void aSessionTakesTwentyParticipants() throws Exception {
        String session = session();
        for (int i = 0; i < 20; i++) {
            assertThat(join(session, participant()).status()).isEqualTo(204);
        }

        assertThat(join(session, participant()).status()).isEqualTo(409);
    }

    @Test
    void whoLeavesMayJoinAnotherSession() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);

        assertThat(call("DELETE", member(session, participant), "").status()).isEqualTo(204);
        assertThat(join(session(), participant).status()).isEqualTo(204);
    }

    @Test
    void leavingASessionOneIsNotInIs404() throws Exception {
        assertThat(call("DELETE", member(session(), participant()), "").status())
                .isEqualTo(404);
    }

    @Test
    void joiningAnUnknownSessionIs404() throws Exception {
        assertThat(join(UUID.randomUUID().toString(), participant()).status()).isEqualTo(404);
    }

    @Test
    void anUnknownParticipantJoiningIs404() throws Exception {
        assertThat(join(session(), UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void whoJoinsWithoutABodyHearsNothing() throws Exception {
        String session = session();
        String participant = participant();
        call("PUT", member(session, participant), "");

        assertThat(call("GET", member(session, participant) + "/subscriptions", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoSubscribesToTheSessionKeepsThatSubscription() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);

        assertThat(json(call("GET", member(session, participant) + "/subscriptions", ""))
                        .toString())
                .isEqualTo("{\"sessionId\":\"" + session + "\"}");
    }

    @Test
    void listedParticipantsWinOverTheSession() throws Exception {
        String session = session();
        String caller = participant();
        String callee = participant();
        join(session, caller);
        join(session, callee);
        String path = member(session, caller) + "/subscriptions";
        call(
                "PUT",
                path,
                "{\"sessionId\":\"%s\",\"participants\":[{\"participantId\":\"%s\",\"streamAliases\":[\"mic\"]}]}"
                        .formatted(session, callee));

        JsonNode heard = json(call("GET", path, ""));
        assertThat(heard.path("participants").get(0).path("participantId").asText())
                .isEqualTo(callee);
        assertThat(heard.path("participants")
                        .get(0)
                        .path("streamAliases")
                        .get(0)
                        .asText())
                .isEqualTo("mic");

        call("DELETE", "/participants/" + callee, "");
        assertThat(call("GET", path, "").status()).isEqualTo(204);
    }

    @Test
    void anEmptyUpdateRemovesAllSubscriptions() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);
        String path = member(session, participant) + "/subscriptions";

        assertThat(call("PUT", path, "").status()).isEqualTo(204);
        assertThat(call("GET", path, "").status()).isEqualTo(204);
    }

    @Test
    void subscribingToSomebodyElsewhereIs404() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);

        assertThat(call(
                                "PUT",
                                member(session, participant) + "/subscriptions",
                                "{\"participants\":[{\"participantId\":\"" + participant() + "\"}]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSessionEndsAfterNineHours() throws Exception {
        String session = session();
        String participant = participant();
        join(session, participant);

        clock.advance(Duration.ofHours(9).plusSeconds(1));

        assertThat(call("GET", "/sessions/" + session, "").status()).isEqualTo(404);
        assertThat(json(call("GET", "/participants/" + participant, "")).path("sessions"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/sessions     | {                                           ",
                "/sessions     | []                                          ",
                "/sessions     | {\"tag\":5}                                 ",
                "/sessions     | {\"tag\":\"012345678901234567890123456789012345678901234567890\"}",
                "/participants | {\"tag\":\"012345678901234567890123456789012345678901234567890\"}",
                "/participants | {\"publishPermissions\":\"AUDIO\"}          ",
                "/participants | {\"publishPermissions\":[\"SCREEN\"]}       ",
                "/participants | {\"publishPermissions\":[\"AUDIO\",\"AUDIO\"]}",
                "/participants | {\"deviceApiVersion\":\"V2\"}               ",
                "/participants | {\"callbackUrl\":\"example.com\"}           ",
            })
    void refusesABadBody(String path, String body) throws Exception {
        HttpAnswer answer = call("POST", path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("error").asText()).isNotEmpty();
        assertThat(json(answer).path("requestId").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,/sessions", "PUT,/participants/x", "GET,/sessions/x/people", "PATCH,/sessions/x", "GET,/"})
    void answersAnUnknownRouteAsItsGatewayDoes(String method, String path) throws Exception {
        HttpAnswer answer = call(method, path, "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(json(answer).toString()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void refusesWithoutCredentials() throws Exception {
        HttpAnswer answer = bandwidth.answer(Requests.of("POST", api("/sessions"), "{}"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(json(answer).toString()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        assertThat(call("POST", "/sessions", "{}", basic(CREDENTIALS.username(), "wrong"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAnotherAccount() throws Exception {
        assertThat(bandwidth
                        .answer(Requests.of("POST", "/v1/accounts/1/sessions", "{}", Map.of("authorization", BASIC)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anAccessTokenOpensTheApi() throws Exception {
        JsonNode grant =
                json(grant(basic(CREDENTIALS.clientId(), CREDENTIALS.clientSecret()), "grant_type=client_credentials"));

        assertThat(grant.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(grant.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(call("POST", "/sessions", "{}", bearer(grant)).status()).isEqualTo(200);
    }

    @Test
    void anExpiredAccessTokenIs401() throws Exception {
        JsonNode grant =
                json(grant(basic(CREDENTIALS.clientId(), CREDENTIALS.clientSecret()), "grant_type=client_credentials"));

        clock.advance(Duration.ofHours(1));

        assertThat(call("POST", "/sessions", "{}", bearer(grant)).status()).isEqualTo(401);
    }

    @Test
    void anUnknownAccessTokenIs401() throws Exception {
        assertThat(call("POST", "/sessions", "{}", "Bearer made-up").status()).isEqualTo(401);
    }

    @Test
    void grantsNothingForAWrongSecret() throws Exception {
        assertThat(grant(basic(CREDENTIALS.clientId(), "wrong"), "grant_type=client_credentials")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void grantsNoOtherKindOfToken() throws Exception {
        assertThat(grant(basic(CREDENTIALS.clientId(), CREDENTIALS.clientSecret()), "grant_type=password")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPlannedFaultAnswersWithBandwidthsBodyAndCreatesNothing() throws Exception {
        bandwidth.answer(Requests.of(
                "POST", "/_faults", "{\"method\":\"POST\",\"path\":\"/sessions\",\"status\":500,\"times\":1}"));

        HttpAnswer answer = call("POST", "/sessions", "{}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(json(answer).has("requestId")).isTrue();
        assertThat(state().path("sessions")).isEmpty();
    }

    @Test
    void theTokenEndpointCanFailAsWell() throws Exception {
        bandwidth.answer(Requests.of("POST", "/_faults", "{\"path\":\"/oauth2/token\",\"drop\":true}"));

        assertThat(grant("", "")).isSameAs(HttpAnswer.DROP);
    }

    @Test
    void stateShowsWhoIsInWhichSession() throws Exception {
        String session = session();
        String inside = participant();
        String outside = participant();
        join(session, inside);

        assertThat(state().path("sessions").get(0).path("participants").toString())
                .isEqualTo("[\"" + inside + "\"]");
        assertThat(state().path("participants").get(0).path("sessionId").asText())
                .isEqualTo(session);
        assertThat(state().path("participants")
                        .get(0)
                        .path("subscriptions")
                        .path("sessionId")
                        .asText())
                .isEqualTo(session);
        assertThat(state().path("participants").get(1).path("id").asText()).isEqualTo(outside);
        assertThat(state().path("participants").get(1).has("sessionId")).isFalse();
    }

    @Test
    void theSecretNamesTheSimulator() {
        JsonNode secret = CREDENTIALS.asSecret("http://127.0.0.1:4566/_bandwidth");

        assertThat(secret.path("apiUrl").asText()).isEqualTo("http://127.0.0.1:4566/_bandwidth/v1");
        assertThat(secret.path("tokenUrl").asText()).endsWith("/oauth2/token");
    }

    @Test
    void twentyPlacesStayTwentyWhenManyJoinAtOnce() throws Exception {
        String session = session();
        AtomicInteger joined = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                threads.submit(() -> join(session, participant()).status() == 204 ? joined.incrementAndGet() : 0);
            }
        }

        assertThat(joined).hasValue(20);
        assertThat(state().path("sessions").get(0).path("participants")).hasSize(20);
    }

    private String session() throws Exception {
        return json(call("POST", "/sessions", "")).path("id").asText();
    }

    private String participant() throws Exception {
        return json(call("POST", "/participants", "{\"publishPermissions\":[\"AUDIO\"]}"))
                .path("participant")
                .path("id")
                .asText();
    }

    private HttpAnswer join(String session, String participant) throws Exception {
        return call("PUT", member(session, participant), "{\"sessionId\":\"" + session + "\"}");
    }

    private static String member(String session, String participant) {
        return "/sessions/" + session + "/participants/" + participant;
    }

    private HttpAnswer grant(String authorization, String form) throws Exception {
        return bandwidth.answer(Requests.of(
                "POST",
                "/api/v1/oauth2/token",
                form,
                Map.of("authorization", authorization, "content-type", "application/x-www-form-urlencoded")));
    }

    private HttpAnswer call(String method, String path, String body) throws Exception {
        return call(method, path, body, BASIC);
    }

    private HttpAnswer call(String method, String path, String body, String authorization) throws Exception {
        return bandwidth.answer(Requests.of(method, api(path), body, Map.of("authorization", authorization)));
    }

    private JsonNode state() throws Exception {
        return json(bandwidth.answer(Requests.of("GET", "/_state", "")));
    }

    private static String api(String path) {
        return "/v1/accounts/" + CREDENTIALS.accountId() + path;
    }

    private static String bearer(JsonNode grant) {
        return "Bearer " + grant.path("access_token").asText();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpAnswer answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}

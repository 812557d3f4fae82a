package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Requests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A simulator, and its API in short. */
final class BandwidthFixture {
    static final BandwidthCredentials CREDENTIALS = BandwidthCredentials.random();
    static final String BASIC = basic(CREDENTIALS.username(), CREDENTIALS.password());

    final AdjustableClock clock = new AdjustableClock();
    final BandwidthSimulator simulator = new BandwidthSimulator(CREDENTIALS, clock);

    String session() throws Exception {
        return json(call("POST", "/sessions", "")).path("id").asText();
    }

    String participant() throws Exception {
        return json(call("POST", "/participants", "{\"publishPermissions\":[\"AUDIO\"]}"))
                .path("participant")
                .path("id")
                .asText();
    }

    HttpAnswer join(String session, String participant) throws Exception {
        return call("PUT", member(session, participant), "{\"sessionId\":\"" + session + "\"}");
    }

    static String member(String session, String participant) {
        return "/sessions/" + session + "/participants/" + participant;
    }

    HttpAnswer grant(String authorization, String form) throws Exception {
        return simulator.answer(Requests.of(
                "POST",
                "/api/v1/oauth2/token",
                form,
                Map.of("authorization", authorization, "content-type", "application/x-www-form-urlencoded")));
    }

    HttpAnswer call(String method, String path, String body) throws Exception {
        return call(method, path, body, BASIC);
    }

    HttpAnswer call(String method, String path, String body, String authorization) throws Exception {
        return simulator.answer(Requests.of(method, api(path), body, Map.of("authorization", authorization)));
    }

    JsonNode state() throws Exception {
        return json(simulator.answer(Requests.of("GET", "/_state", "")));
    }

    static String api(String path) {
        return "/v1/accounts/" + CREDENTIALS.accountId() + path;
    }

    static String bearer(JsonNode grant) {
        return "Bearer " + grant.path("access_token").asText();
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(HttpAnswer answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}

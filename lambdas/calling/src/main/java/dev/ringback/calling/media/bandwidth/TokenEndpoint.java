package dev.ringback.calling.media.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.secret.BandwidthCredentials;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Exchanges client credentials for an access token. */
final class TokenEndpoint {
    private static final long LONGEST_LIFETIME_SECONDS = 86_400;

    private final Wire wire;

    TokenEndpoint(Wire wire) {
        this.wire = wire;
    }

    /** @param lifetime as the server gave it */
    record AccessToken(String value, Duration lifetime) {
        @Override
        public String toString() {
            return "AccessToken[lifetime=" + lifetime + "]";
        }
    }

    AccessToken fetch(BandwidthCredentials credentials, Deadline deadline) throws BandwidthFailure {
        HttpRequest http = HttpRequest.newBuilder(credentials.tokenUrl())
                .header("Authorization", basic(credentials.login()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return token(wire.send(Request.of("getToken", http, Repeat.HARMLESS), deadline));
    }

    static String basic(BandwidthCredentials.Login login) {
        byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static AccessToken token(Attempt.Answered answer) throws BandwidthFailure {
        if (!answer.succeeded()) {
            throw new BandwidthFailure(kind(answer.status()), "getToken: " + answer.status());
        }
        JsonNode token = answer.json();
        String value = token.path("access_token").asText("");
        // Visible ASCII only: it becomes a header.
        if (!value.matches("[!-~]+")) {
            throw new BandwidthFailure(Refusal.Kind.FAILED, "getToken: no access token in the answer");
        }
        long seconds = Math.clamp(token.path("expires_in").asLong(3600), 0, LONGEST_LIFETIME_SECONDS);
        return new AccessToken(value, Duration.ofSeconds(seconds));
    }

    private static Refusal.Kind kind(int status) {
        return switch (status) {
            case 400, 401, 403 -> Refusal.Kind.NOT_CONFIGURED;
            case 429 -> Refusal.Kind.UNAVAILABLE;
            default -> Refusal.Kind.FAILED;
        };
    }
}

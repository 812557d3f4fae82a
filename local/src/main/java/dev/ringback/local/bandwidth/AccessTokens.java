package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The token endpoint, and the check of what a request shows for itself. */
final class AccessTokens {
    static final Duration LIFE = Duration.ofHours(1);

    private final AcceptedCredentials accepted;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Given> given = new HashMap<>();

    /** A token, which ends at its time or with the credentials it was given for. */
    private record Given(BandwidthCredentials to, Instant until) {}

    AccessTokens(AcceptedCredentials accepted, Clock clock) {
        this.accepted = accepted;
        this.clock = clock;
    }

    HttpAnswer grant(HttpRequest request) {
        if (!request.method().equals("POST")) {
            return refusal(405, "invalid_request");
        }
        Optional<BandwidthCredentials> client = accepted.all().stream()
                .filter(credentials -> isBasic(request, credentials.clientId(), credentials.clientSecret()))
                .findFirst();
        if (client.isEmpty()) {
            return refusal(401, "invalid_client");
        }
        if (!request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return refusal(400, "invalid_request");
        }
        if (!Arrays.asList(request.text().split("&")).contains("grant_type=client_credentials")) {
            return refusal(400, "unsupported_grant_type");
        }
        return HttpAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", newToken(client.get()))
                        .put("token_type", "Bearer")
                        .put("expires_in", LIFE.toSeconds()));
    }

    boolean allows(HttpRequest request) {
        return accepted.all().stream()
                        .anyMatch(credentials -> isBasic(request, credentials.username(), credentials.password()))
                || authorization(request, "Bearer ").filter(this::isLive).isPresent();
    }

    private synchronized String newToken(BandwidthCredentials client) {
        Instant now = clock.instant();
        given.values().removeIf(token -> !token.until().isAfter(now));
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        given.put(token, new Given(client, now.plus(LIFE)));
        return token;
    }

    private synchronized boolean isLive(String token) {
        return Optional.ofNullable(given.get(token))
                .filter(held -> held.until().isAfter(clock.instant()) && accepted.holds(held.to()))
                .isPresent();
    }

    private static boolean isBasic(HttpRequest request, String user, String password) {
        byte[] expected = Base64.getEncoder().encode((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return authorization(request, "Basic ")
                .filter(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected))
                .isPresent();
    }

    private static Optional<String> authorization(HttpRequest request, String scheme) {
        return request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static HttpAnswer refusal(int status, String error) {
        return HttpAnswer.json(status, JsonNodeFactory.instance.objectNode().put("error", error));
    }
}

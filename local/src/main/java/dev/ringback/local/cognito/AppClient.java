package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An app client as its template describes it.
 *
 * @param flows as the template lists them, {@code ALLOW_USER_PASSWORD_AUTH} …
 * @param hidesUsers answers for a user that does not exist are those for a wrong password
 * @param writable attributes that it may set; empty is all that apps can set
 * @param retryGrace how long a refresh token can still be used after it was; empty where it is good until it expires
 * @param challengeLife how long a sign-in waits for the answer to a challenge
 */
record AppClient(
        String id,
        Set<String> flows,
        Duration accessTokenLife,
        Duration idTokenLife,
        Duration refreshTokenLife,
        boolean hidesUsers,
        Optional<Set<String>> writable,
        Optional<Duration> retryGrace,
        Duration challengeLife) {
    private static final Set<String> DEFAULT_FLOWS =
            Set.of("ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");
    private static final Set<String> SET_BY_COGNITO = Set.of("email_verified", "phone_number_verified");
    private static final Map<String, Duration> UNITS = Map.of(
            "seconds", Duration.ofSeconds(1),
            "minutes", Duration.ofMinutes(1),
            "hours", Duration.ofHours(1),
            "days", Duration.ofDays(1));

    static AppClient of(String id, JsonNode properties) {
        if (properties.path("GenerateSecret").asBoolean()) {
            throw CognitoErrors.unsupported("clients with a secret");
        }
        if (!properties.path("EnableTokenRevocation").asBoolean(true)) {
            throw CognitoErrors.unsupported("EnableTokenRevocation false");
        }
        AppClient client = new AppClient(
                id,
                texts(properties.path("ExplicitAuthFlows")).orElse(DEFAULT_FLOWS),
                life(properties, "AccessToken", "hours", 1),
                life(properties, "IdToken", "hours", 1),
                life(properties, "RefreshToken", "days", 30),
                properties.path("PreventUserExistenceErrors").asText().equals("ENABLED"),
                texts(properties.path("WriteAttributes")),
                retryGrace(properties.path("RefreshTokenRotation")),
                Duration.ofMinutes(properties.path("AuthSessionValidity").asLong(3)));
        client.checkLives();
        return client;
    }

    private static Optional<Duration> retryGrace(JsonNode rotation) {
        return rotation.path("Feature").asText().equals("ENABLED")
                ? Optional.of(Duration.ofSeconds(
                        rotation.path("RetryGracePeriodSeconds").asLong()))
                : Optional.empty();
    }

    private static Duration life(JsonNode properties, String token, String unit, int byDefault) {
        int number = properties.path(token + "Validity").asInt(byDefault);
        String given = properties.path("TokenValidityUnits").path(token).asText(unit);
        if (!UNITS.containsKey(given)) {
            throw CognitoErrors.invalidParameter("TokenValidityUnits knows no " + given + ".");
        }
        return number == 0
                ? UNITS.get(unit).multipliedBy(byDefault)
                : UNITS.get(given).multipliedBy(number);
    }

    private void checkLives() {
        range("AccessTokenValidity", accessTokenLife, Duration.ofMinutes(5), Duration.ofDays(1));
        range("IdTokenValidity", idTokenLife, Duration.ofMinutes(5), Duration.ofDays(1));
        range("RefreshTokenValidity", refreshTokenLife, Duration.ofMinutes(60), Duration.ofDays(3650));
        range("AuthSessionValidity", challengeLife, Duration.ofMinutes(3), Duration.ofMinutes(15));
        retryGrace.ifPresent(grace -> range("RetryGracePeriodSeconds", grace, Duration.ZERO, Duration.ofMinutes(1)));
    }

    private static void range(String what, Duration life, Duration least, Duration most) {
        if (life.compareTo(least) < 0 || life.compareTo(most) > 0) {
            throw CognitoErrors.invalidParameter("Invalid range for token validity: " + what);
        }
    }

    private static Optional<Set<String>> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return Optional.of(texts).filter(items -> !items.isEmpty());
    }

    /** @param flow as InitiateAuth names it; a client with flow names of the older form refreshes without asking */
    boolean allows(String flow) {
        // A client that rotates its refresh tokens has GetTokensFromRefreshToken only.
        if (flow.equals("REFRESH_TOKEN_AUTH") && retryGrace.isPresent()) {
            return false;
        }
        boolean olderForm = flows.stream().noneMatch(name -> name.startsWith("ALLOW_"));
        return flows.contains("ALLOW_" + flow)
                || flows.contains(flow)
                || olderForm && flow.equals("REFRESH_TOKEN_AUTH");
    }

    // Without a list an unknown name is the schema's to refuse (amplify-js#2167, amplify-flutter#1531), and custom
    // attributes can be written: against the documentation, but so users find it (terraform-provider-aws#28684).
    void checkWrites(Collection<String> attributes) {
        boolean unlisted =
                writable.filter(allowed -> !allowed.containsAll(attributes)).isPresent();
        if (unlisted || !Collections.disjoint(attributes, SET_BY_COGNITO)) {
            throw CognitoErrors.notAuthorized("A client attempted to write unauthorized attribute");
        }
    }
}

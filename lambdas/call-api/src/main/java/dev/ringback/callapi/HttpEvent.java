package dev.ringback.callapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A request as API Gateway's HTTP API hands it to a function (payload format 2.0).
 *
 * @param caller from the token's claims, which API Gateway has verified; empty without any
 * @param action that the path names; empty for {@code /api}, where the body does
 * @param requestId API Gateway's, as in its access log
 */
record HttpEvent(Optional<Caller> caller, Optional<String> action, byte[] body, String requestId) {
    private static final String OWN_ROUTE = "POST /api/";

    static HttpEvent of(JsonNode event) {
        JsonNode context = event.path("requestContext");
        return new HttpEvent(
                caller(context.at("/authorizer/jwt/claims")),
                action(event.path("routeKey").asText("")),
                body(event),
                context.path("requestId").asText("none"));
    }

    /** An access token names the user otherwise than an id token. */
    private static Optional<Caller> caller(JsonNode claims) {
        String sub = claims.path("sub").asText("");
        String username =
                claims.path("cognito:username").asText(claims.path("username").asText(""));
        return sub.isBlank() ? Optional.empty() : Optional.of(new Caller(sub, username));
    }

    private static Optional<String> action(String routeKey) {
        return routeKey.startsWith(OWN_ROUTE) ? Optional.of(routeKey.substring(OWN_ROUTE.length())) : Optional.empty();
    }

    private static byte[] body(JsonNode event) {
        String text = event.path("body").asText("");
        try {
            return event.path("isBase64Encoded").asBoolean()
                    ? Base64.getDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not base64 after all, and so no JSON either.
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}

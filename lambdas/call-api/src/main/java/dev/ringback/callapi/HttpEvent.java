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
 * @param requestId API Gateway's, as in its access log
 */
record HttpEvent(Optional<Caller> caller, byte[] body, String requestId) {
    static HttpEvent of(JsonNode event) {
        JsonNode context = event.path("requestContext");
        String sub = context.at("/authorizer/jwt/claims/sub").asText("");
        return new HttpEvent(
                sub.isBlank() ? Optional.empty() : Optional.of(new Caller(sub)),
                body(event),
                context.path("requestId").asText("none"));
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

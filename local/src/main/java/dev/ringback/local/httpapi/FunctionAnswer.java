package dev.ringback.local.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.http.HttpAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what a function answers, in payload format 2.0, into an HTTP answer. */
final class FunctionAnswer {
    private final ObjectMapper json = new ObjectMapper();

    /** Empty when the answer makes no sense to API Gateway. */
    Optional<HttpAnswer> read(byte[] payload) {
        try {
            JsonNode answer = json.readTree(payload);
            if (answer.isMissingNode()) {
                return Optional.empty();
            }
            return answer.isObject() && answer.has("statusCode") ? explicit(answer) : Optional.of(inferred(answer));
        } catch (IOException | IllegalArgumentException notUnderstood) {
            return Optional.empty();
        }
    }

    private static HttpAnswer inferred(JsonNode answer) {
        String body = answer.isTextual() ? answer.asText() : answer.toString();
        return new HttpAnswer(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<HttpAnswer> explicit(JsonNode answer) {
        int status = answer.get("statusCode").asInt(0);
        if (status < 100 || status > 599) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "text/plain;charset=UTF-8");
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        answer.path("cookies").forEach(cookie -> headers.put("set-cookie", cookie.asText()));
        String body = answer.path("body").asText("");
        byte[] bytes = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        return Optional.of(new HttpAnswer(status, headers, bytes));
    }
}

package dev.ringback.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the gateway sends back. */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    /** Makes the gateway close the connection without an answer. */
    public static final HttpAnswer DROP = new HttpAnswer(0, Map.of(), new byte[0]);

    public static HttpAnswer json(int status, JsonNode body) {
        return new HttpAnswer(
                status,
                Map.of("content-type", "application/json"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0]);
    }
}

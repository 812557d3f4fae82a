package dev.ringback.local.testserver;

import dev.ringback.local.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as the gateway would hand them on. */
public final class Requests {
    private Requests() {}

    public static HttpRequest of(String method, String target, String body) {
        return of(method, target, body, Map.of());
    }

    /** @param target path and query; @param headers by lower-case name */
    public static HttpRequest of(String method, String target, String body, Map<String, String> headers) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new HttpRequest(
                method, path, query, headers, body.getBytes(StandardCharsets.UTF_8), "127.0.0.1", () -> false);
    }
}

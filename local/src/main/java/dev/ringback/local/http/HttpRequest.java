package dev.ringback.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the gateway received it.
 *
 * @param path decoded, without the query; endpoints below a prefix get it without the prefix
 * @param query as sent, without the question mark, or empty
 * @param headers by lower-case name; repeated ones joined by a comma
 * @param clientGone asks whether the client has closed the connection meanwhile
 */
public record HttpRequest(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        String sourceIp,
        java.util.function.BooleanSupplier clientGone) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same request, as an endpoint below a prefix sees it. */
    public HttpRequest withPath(String other) {
        return new HttpRequest(method, other, query, headers, body, sourceIp, clientGone);
    }
}

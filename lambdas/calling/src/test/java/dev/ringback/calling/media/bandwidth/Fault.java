package dev.ringback.calling.media.bandwidth;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How a request to {@link FakeBandwidth} is spoiled. */
public interface Fault {
    /** True if the request is to be answered as usual after all. */
    boolean apply(HttpExchange exchange) throws Exception;

    /** Answers with the status and a JSON error. */
    static Fault status(int status) {
        return answer(status, "application/json", "{\"error\":\"spoiled\"}");
    }

    static Fault answer(int status, String type, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            write(exchange, status, body);
            return false;
        };
    }

    static Fault retryAfter(int status, String seconds) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", seconds);
            write(exchange, status, "{}");
            return false;
        };
    }

    /** Closes the connection without an answer. */
    static Fault drop() {
        return exchange -> {
            exchange.close();
            return false;
        };
    }

    static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

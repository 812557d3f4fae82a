package dev.ringback.calling.media.bandwidth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** How one attempt of a request ended. */
sealed interface Attempt {
    /** For the metric of errors: few values. */
    String outcome();

    /** @param retryAfter as asked by the server, where it did so in seconds */
    record Answered(int status, byte[] body, Optional<Duration> retryAfter) implements Attempt {
        private static final ObjectMapper JSON = new ObjectMapper();

        static Answered of(HttpResponse<byte[]> response) {
            Optional<Duration> retryAfter = response.headers()
                    .firstValue("retry-after")
                    .filter(value -> value.matches("\\d{1,6}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
            return new Answered(response.statusCode(), response.body(), retryAfter);
        }

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        /** Missing when the body is not JSON: proxies answer 200 with HTML. */
        JsonNode json() {
            try {
                return Optional.ofNullable(JSON.readTree(body)).orElse(MissingNode.getInstance());
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            } catch (IOException e) {
                throw new IllegalStateException("reading from memory", e);
            }
        }

        @Override
        public String outcome() {
            return Integer.toString(status);
        }
    }

    /** No connection came about, so nothing was processed. */
    record Unsent() implements Attempt {
        @Override
        public String outcome() {
            return "no_connection";
        }
    }

    /** Sent, and no answer to it: it may have been processed. */
    record Unanswered(String outcome) implements Attempt {}
}

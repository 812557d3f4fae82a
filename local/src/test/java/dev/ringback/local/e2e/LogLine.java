package dev.ringback.local.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line that a function wrote as JSON, as CloudWatch Logs would have it.
 *
 * @param function as the console names it
 */
record LogLine(String function, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those of a console; Lambda's own lines and other services' are left out. */
    static List<LogLine> of(String console) {
        return console.lines().flatMap(line -> read(line).stream()).toList();
    }

    private static Optional<LogLine> read(String line) {
        String[] parts = line.split("\\s*\\| ", 2);
        if (parts.length < 2 || !parts[1].startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogLine(parts[0], JSON.readTree(parts[1])));
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }

    String text(String field) {
        return json.path(field).asText();
    }

    boolean is(String event) {
        return text("event").equals(event);
    }

    static Stream<LogLine> about(Backend backend, String callId) throws Exception {
        return of(backend.logs()).stream().filter(line -> line.text("callId").equals(callId));
    }
}

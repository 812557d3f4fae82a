package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.pattern.EventPattern;
import dev.ringback.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;

/** Which records a function wants: those that match one of the patterns, or all where there are none. */
record Filters(List<EventPattern> patterns) {
    /** More need a quota that one has to ask for. */
    private static final int MOST = 5;

    static Filters read(JsonNode criteria) {
        List<EventPattern> patterns = new ArrayList<>();
        criteria.path("Filters")
                .forEach(filter ->
                        patterns.add(EventPattern.read(filter.path("Pattern").asText())));
        if (patterns.size() > MOST) {
            throw new StackFailure("A mapping has " + MOST + " filters at most, not " + patterns.size() + ".");
        }
        return new Filters(List.copyOf(patterns));
    }

    boolean accept(JsonNode item) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(item));
    }
}

package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.stack.StackFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/** Which records a function wants: those that match one of the patterns, or all where there are none. */
record Filters(List<String> patterns) {
    /** More need a quota that one has to ask for. */
    private static final int MOST = 5;

    static Filters read(JsonNode criteria) {
        List<String> patterns = new ArrayList<>();
        criteria.path("Filters").forEach(filter -> patterns.add(pattern(filter)));
        if (patterns.size() > MOST) {
            throw new StackFailure("A mapping has " + MOST + " filters at most, not " + patterns.size() + ".");
        }
        return new Filters(List.copyOf(patterns));
    }

    private static String pattern(JsonNode filter) {
        String pattern = filter.path("Pattern").asText();
        String fault = JsonRuleCompiler.check(pattern);
        if (fault != null) {
            throw new StackFailure("Invalid filter pattern definition. (" + pattern + ": " + fault + ")");
        }
        return pattern;
    }

    boolean accept(JsonNode item) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(item.toString(), pattern));
    }

    private static boolean matches(String item, String pattern) {
        try {
            return Ruler.matchesRule(item, pattern);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

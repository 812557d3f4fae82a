package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the resources of two editions of the same templates. */
final class Differences {
    private final Map<String, JsonNode> before = new HashMap<>();
    private final Map<String, JsonNode> after = new HashMap<>();

    void addBefore(Map<String, JsonNode> byPlace) {
        before.putAll(byPlace);
    }

    void addAfter(Map<String, JsonNode> byPlace) {
        after.putAll(byPlace);
    }

    List<String> places(Predicate<String> type) {
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        places.removeIf(place -> {
            JsonNode one = before.get(place);
            JsonNode other = after.get(place);
            return !type.test(TemplateRun.type(one == null ? other : one)) || same(one, other);
        });
        return List.copyOf(places);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one != null && other != null && Objects.equals(one.get("Properties"), other.get("Properties"));
    }
}

package dev.ringback.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what breaks between two schemas of one thing.
 *
 * @param place for the sentences
 */
record SchemaChange(String place, Direction direction, List<String> breaks) {

    void compare(JsonNode older, JsonNode newer) {
        compareTypes(older, newer);
        compareValues(older, newer);
        compareFields(older, newer);
        if (older.has("items") && newer.has("items")) {
            at("[]").compare(older.path("items"), newer.path("items"));
        }
    }

    private void compareTypes(JsonNode older, JsonNode newer) {
        Set<String> then = types(older);
        Set<String> now = types(newer);
        boolean fits = direction == Direction.REQUEST ? now.containsAll(then) : then.containsAll(now);
        if (!fits) {
            breaks.add("%s was %s and is %s.".formatted(place, String.join(" or ", then), String.join(" or ", now)));
        }
    }

    private void compareValues(JsonNode older, JsonNode newer) {
        if (direction == Direction.ANSWER || !newer.has("enum")) {
            return;
        }
        if (!older.has("enum")) {
            breaks.add(place + " takes fewer values than before.");
            return;
        }
        Set<String> gone = texts(older.path("enum"));
        gone.removeAll(texts(newer.path("enum")));
        gone.forEach(value -> breaks.add(place + " no longer takes " + value + "."));
    }

    private void compareFields(JsonNode older, JsonNode newer) {
        Set<String> requiredThen = texts(older.path("required"));
        Set<String> requiredNow = texts(newer.path("required"));
        older.path("properties").properties().forEach(field -> {
            String name = field.getKey();
            JsonNode now = newer.path("properties").path(name);
            if (now.isMissingNode()) {
                breaks.add(at("." + name).place() + " is gone.");
                return;
            }
            if (direction == Direction.ANSWER && requiredThen.contains(name) && !requiredNow.contains(name)) {
                breaks.add(at("." + name).place() + " may be absent now.");
            }
            at("." + name).compare(field.getValue(), now);
        });
        if (direction == Direction.REQUEST) {
            requiredNow.removeAll(requiredThen);
            requiredNow.forEach(name -> breaks.add(at("." + name).place() + " is required now."));
        }
    }

    private SchemaChange at(String part) {
        return new SchemaChange(place + part, direction, breaks);
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? texts(type) : new TreeSet<>(List.of(type.asText("anything")));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package dev.ringback.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a newer description breaks an app that was made for the older one. A new action, an optional field, a field more in an
 * answer, another value in one and another error code break none: an app ignores what it does not know.
 */
record BreakingChanges(JsonNode older, JsonNode newer) {

    /** Each as a sentence; none if every app goes on working. */
    List<String> sentences() {
        List<String> breaks = new ArrayList<>();
        Map<String, String> now = requestsByPlace(newer);
        requestsByPlace(older).forEach((place, request) -> {
            if (now.containsKey(place)) {
                compare(place, request, now.get(place), breaks);
            } else {
                breaks.add(place + " is gone.");
            }
        });
        return breaks;
    }

    private void compare(String place, String olderRequest, String newerRequest, List<String> breaks) {
        JsonNode then = schema(older, olderRequest);
        JsonNode now = schema(newer, newerRequest);
        new SchemaChange(place + " request", Direction.REQUEST, breaks).compare(then, now);
        new SchemaChange(place + " answer", Direction.ANSWER, breaks).compare(answer(older, then), answer(newer, now));
        Set<String> codes = texts(then.path(ApiDescription.ERRORS));
        codes.removeAll(texts(now.path(ApiDescription.ERRORS)));
        codes.forEach(code -> breaks.add(place + " no longer refuses with " + code + "."));
    }

    /** The references of the requests' schemas, by path and, where there are several, action. */
    private static Map<String, String> requestsByPlace(JsonNode description) {
        Map<String, String> requests = new TreeMap<>();
        description.path("paths").properties().forEach(path -> {
            JsonNode schema = path.getValue().at("/post/requestBody/content/application~1json/schema");
            if (schema.has("$ref")) {
                requests.put("POST " + path.getKey(), schema.path("$ref").asText());
            }
            schema.at("/discriminator/mapping")
                    .properties()
                    .forEach(action -> requests.put(
                            "POST " + path.getKey() + " " + action.getKey(),
                            action.getValue().asText()));
        });
        return requests;
    }

    private static JsonNode answer(JsonNode description, JsonNode request) {
        return schema(description, request.path(ApiDescription.ANSWER).asText());
    }

    private static JsonNode schema(JsonNode description, String reference) {
        return description.at(reference.substring(1));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package dev.ringback.infra.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.SynthRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One JSON object of an environment's file, read key by key; every refusal names the file and the key. */
final class Section {
    private final String file;
    private final String path;
    private final JsonNode object;
    private final Set<String> known = new LinkedHashSet<>();

    Section(String file, String path, JsonNode object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    int number(String key, int least, int most) {
        String rule = "a whole number from " + least + " to " + most;
        JsonNode value = required(key, rule);
        boolean fits = value.isIntegralNumber() && value.canConvertToInt();
        if (!fits || value.intValue() < least || value.intValue() > most) {
            throw wrong(key, rule, value);
        }
        return value.intValue();
    }

    int number(String key, int least, int most, int otherwise) {
        return find(key).isPresent() ? number(key, least, most) : otherwise;
    }

    int number(String key, Collection<Integer> allowed) {
        String rule = "one of " + allowed;
        JsonNode value = required(key, rule);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || !allowed.contains(value.intValue())) {
            throw wrong(key, rule, value);
        }
        return value.intValue();
    }

    boolean flag(String key) {
        JsonNode value = required(key, "true or false");
        if (!value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.booleanValue();
    }

    String text(String key, Pattern shape, String rule) {
        return matching(key, shape, rule, required(key, rule));
    }

    Optional<String> optionalText(String key, Pattern shape, String rule) {
        return find(key).map(value -> matching(key, shape, rule, value));
    }

    List<String> texts(String key, Pattern shape, String rule) {
        JsonNode values = required(key, "a list of " + rule);
        if (!values.isArray()) {
            throw wrong(key, "a list of " + rule, values);
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(matching(key, shape, "a list of " + rule, value)));
        return List.copyOf(texts);
    }

    Map<String, String> optionalTexts(String key, Pattern keyShape, Pattern shape, String rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        optionalSection(key)
                .ifPresent(section -> section.object.properties().forEach(entry -> {
                    if (!keyShape.matcher(entry.getKey()).matches()) {
                        throw section.refused(entry.getKey(), "is not a name for one of " + rule);
                    }
                    texts.put(entry.getKey(), section.matching(entry.getKey(), shape, rule, entry.getValue()));
                }));
        return texts;
    }

    Section section(String key) {
        return asSection(key, required(key, "an object"));
    }

    Optional<Section> optionalSection(String key) {
        return find(key).map(value -> asSection(key, value));
    }

    /** To be called when everything known has been read. */
    void refuseUnknownKeys() {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw refused(key, "is not a known key; known here: " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    private Section asSection(String key, JsonNode value) {
        if (!value.isObject()) {
            throw wrong(key, "an object", value);
        }
        return new Section(file, path + key + ".", value);
    }

    private Optional<JsonNode> find(String key) {
        known.add(key);
        return Optional.ofNullable(object.get(key));
    }

    private JsonNode required(String key, String rule) {
        return find(key).orElseThrow(() -> refused(key, "is missing; it must be " + rule));
    }

    private String matching(String key, Pattern shape, String rule, JsonNode value) {
        if (!value.isTextual() || !shape.matcher(value.textValue()).matches()) {
            throw wrong(key, rule, value);
        }
        return value.textValue();
    }

    private SynthRefused wrong(String key, String rule, JsonNode found) {
        return refused(key, "must be " + rule + ", not " + found);
    }

    SynthRefused refused(String key, String what) {
        return new SynthRefused(file + ": " + path + key + " " + what + ".");
    }
}

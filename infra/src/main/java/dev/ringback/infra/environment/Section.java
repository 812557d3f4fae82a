package dev.ringback.infra.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.infra.SynthRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object of an environment's file, read by the schema; every refusal names the file and the key. */
final class Section {
    private final String file;
    private final String path;
    private final JsonNode object;
    private final Rule rule;

    /** @param path what comes before a key of this object in a sentence, with its dot */
    Section(String file, String path, JsonNode object, Rule rule) {
        this.file = file;
        this.path = path;
        this.object = object;
        this.rule = rule;
        object.fieldNames()
                .forEachRemaining(key -> rule.complaintOf(key).ifPresent(complaint -> {
                    throw refused(key, complaint);
                }));
    }

    int number(String key) {
        return value(key).intValue();
    }

    boolean flag(String key) {
        return value(key).booleanValue();
    }

    String text(String key) {
        return value(key).textValue();
    }

    Optional<String> optionalText(String key) {
        return given(key).map(JsonNode::textValue);
    }

    List<String> texts(String key) {
        Rule items = ruleOf(key).items();
        List<String> texts = new ArrayList<>();
        for (JsonNode value : value(key)) {
            texts.add(checked(key + "[" + texts.size() + "]", items, value).textValue());
        }
        return List.copyOf(texts);
    }

    Map<String, String> textsByKey(String key) {
        Section map = section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        map.object.fieldNames().forEachRemaining(name -> texts.put(name, map.text(name)));
        return texts;
    }

    Map<String, Section> sectionsByKey(String key) {
        Section map = section(key);
        Map<String, Section> sections = new LinkedHashMap<>();
        map.object.fieldNames().forEachRemaining(name -> sections.put(name, map.section(name)));
        return sections;
    }

    /** What the file says of it, or else its defaults. */
    Section section(String key) {
        JsonNode value = given(key).orElse(JsonNodeFactory.instance.objectNode());
        return new Section(file, path + key + ".", value, ruleOf(key));
    }

    /** As {@link #section}, but none where the file says {@code null}. */
    Optional<Section> sectionUnlessNull(String key) {
        return object.path(key).isNull() && given(key).isPresent() ? Optional.empty() : Optional.of(section(key));
    }

    private JsonNode value(String key) {
        Rule its = ruleOf(key);
        return given(key).or(its::fallback).orElseThrow(() -> {
            if (!rule.requires(key)) {
                throw new IllegalStateException("The schema neither requires " + path + key + " nor has a default.");
            }
            return refused(key, "is missing; it " + its.demand());
        });
    }

    private Optional<JsonNode> given(String key) {
        Rule its = ruleOf(key);
        return Optional.ofNullable(object.get(key)).map(value -> checked(key, its, value));
    }

    private JsonNode checked(String key, Rule its, JsonNode value) {
        if (!its.allows(value)) {
            throw refused(key, its.demand() + ", not " + value);
        }
        return value;
    }

    private Rule ruleOf(String key) {
        return rule.of(key)
                .orElseThrow(() -> new IllegalStateException("The schema of environments has no key " + path + key));
    }

    SynthRefused refused(String key, String what) {
        return new SynthRefused(file + ": " + path + key + " " + what + ".");
    }
}

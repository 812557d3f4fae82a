package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A CloudFormation template of one stack.
 *
 * @param stack the stack's name
 */
public record Template(String stack, JsonNode root) {
    Map<String, JsonNode> resources() {
        return section("Resources");
    }

    Map<String, JsonNode> outputs() {
        return section("Outputs");
    }

    Optional<JsonNode> condition(String name) {
        return Optional.ofNullable(root.path("Conditions").get(name));
    }

    Optional<JsonNode> parameter(String name) {
        return Optional.ofNullable(root.path("Parameters").get(name));
    }

    Optional<JsonNode> mapping(String map, String first, String second) {
        return Optional.ofNullable(root.path("Mappings").path(map).path(first).get(second));
    }

    private Map<String, JsonNode> section(String name) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        root.path(name).properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }
}

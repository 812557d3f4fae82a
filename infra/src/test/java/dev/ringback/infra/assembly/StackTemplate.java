package dev.ringback.infra.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One synthesized template. */
public record StackTemplate(String name, JsonNode json) {

    public Map<String, JsonNode> resources() {
        Map<String, JsonNode> resources = new LinkedHashMap<>();
        json.path("Resources").properties().forEach(entry -> resources.put(entry.getKey(), entry.getValue()));
        return resources;
    }

    public Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> resources = resources();
        resources.values().removeIf(resource -> !resource.path("Type").asText().equals(type));
        return resources;
    }

    /** The one resource of a type. */
    public JsonNode only(String type) {
        Map<String, JsonNode> resources = resources(type);
        if (resources.size() != 1) {
            throw new AssertionError("Not one " + type + " but " + resources.keySet());
        }
        return resources.values().iterator().next();
    }

    /** The resource of a type whose logical id starts as the construct is named. */
    public JsonNode resource(String type, String construct) {
        Map<String, JsonNode> resources = resources(type);
        resources.keySet().removeIf(id -> !id.matches(construct + "[0-9A-F]{8}"));
        if (resources.size() != 1) {
            throw new AssertionError("Not one " + type + " named " + construct + " but " + resources.keySet());
        }
        return resources.values().iterator().next();
    }
}

package dev.ringback.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;

/** A value to start from, by a field's schema. */
final class Example {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Example() {}

    static JsonNode of(String field, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> JSON.arrayNode().add(of(field, schema.path("items")));
            case "boolean" -> JSON.booleanNode(false);
            case "integer", "number" -> JSON.numberNode(1);
            default -> JSON.textNode(field.toUpperCase(Locale.ROOT));
        };
    }
}

package dev.ringback.infra.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The properties that hold a program or a schema, where a star or a colon means something of its own. */
public final class SourceText {
    private SourceText() {}

    public static boolean isIn(String type, String property) {
        return type.startsWith("AWS::AppSync::") && (property.equals("Code") || property.equals("Definition"));
    }

    /** A resource without its source text. */
    public static JsonNode removedFrom(JsonNode resource) {
        JsonNode rest = resource.deepCopy();
        String type = rest.path("Type").asText();
        if (rest.path("Properties") instanceof ObjectNode properties) {
            properties.properties().removeIf(property -> isIn(type, property.getKey()));
        }
        return rest;
    }
}

package dev.ringback.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Where a schema allows {@code null}. */
final class Nulls {
    private static final String NULL = "null";

    private Nulls() {}

    /** Says it in the type everywhere, where the generator has {@code anyOf} for an enum. */
    static ObjectNode inOnePlace(ObjectNode schema) {
        JsonNode either = schema.path("anyOf");
        if (either.size() == 2 && either.path(0).path("type").asText().equals(NULL)) {
            schema.remove("anyOf");
            schema.setAll((ObjectNode) either.path(1));
            schema.putArray("type").add(either.path(1).path("type").asText()).add(NULL);
            ((ArrayNode) schema.path("enum")).addNull();
        }
        parts(schema).forEach(Nulls::inOnePlace);
        return schema;
    }

    /** Allows it nowhere; expects it in one place. */
    static ObjectNode without(ObjectNode schema) {
        if (schema.path("type") instanceof ArrayNode types) {
            schema.set("type", types.get(0));
        }
        if (schema.path("enum") instanceof ArrayNode values) {
            values.removeIf(JsonNode::isNull);
        }
        parts(schema).forEach(Nulls::without);
        return schema;
    }

    private static List<ObjectNode> parts(ObjectNode schema) {
        List<ObjectNode> parts = new ArrayList<>();
        schema.path("properties").forEach(property -> parts.add((ObjectNode) property));
        if (schema.path("items") instanceof ObjectNode items) {
            parts.add(items);
        }
        return parts;
    }
}

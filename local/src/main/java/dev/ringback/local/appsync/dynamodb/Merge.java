package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** AppSync's automatic merge of typed items: collections grow, what else is on the server stays. */
final class Merge {
    private static final Set<String> SETS = Set.of("SS", "NS", "BS");

    ObjectNode merge(ObjectNode server, ObjectNode incoming) {
        ObjectNode merged = server.deepCopy();
        incoming.properties()
                .forEach(entry -> merged.set(entry.getKey(), attribute(merged.path(entry.getKey()), entry.getValue())));
        return merged;
    }

    private JsonNode attribute(JsonNode server, JsonNode incoming) {
        if (server.isMissingNode() || server.has("NULL")) {
            return incoming;
        }
        String type = type(server);
        if (!type.equals(type(incoming))) {
            return server;
        }
        return switch (type) {
            case "L" -> typed("L", appended(server.get("L"), incoming.get("L")));
            case "M" -> typed("M", merge((ObjectNode) server.get("M"), (ObjectNode) incoming.get("M")));
            default -> SETS.contains(type) ? typed(type, union(server.get(type), incoming.get(type))) : server;
        };
    }

    private static String type(JsonNode value) {
        return value.fieldNames().next();
    }

    private static JsonNode typed(String type, JsonNode content) {
        return JsonNodeFactory.instance.objectNode().set(type, content);
    }

    private static ArrayNode appended(JsonNode server, JsonNode incoming) {
        return ((ArrayNode) server.deepCopy()).addAll((ArrayNode) incoming);
    }

    private static ArrayNode union(JsonNode server, JsonNode incoming) {
        Set<JsonNode> all = new LinkedHashSet<>();
        server.forEach(all::add);
        incoming.forEach(all::add);
        return JsonNodeFactory.instance.arrayNode().addAll(all);
    }
}

package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Values as graphql-java has them, maps and lists, and as resolvers have them, JSON. */
final class Values {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Values() {}

    static Object plain(JsonNode value) {
        try {
            return JSON.treeToValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    static ObjectNode json(Map<String, ?> values) {
        return JSON.valueToTree(values);
    }

    static Map<String, Object> plain(ObjectNode values) {
        return JSON.convertValue(values, new TypeReference<>() {});
    }
}

package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads request bodies; what is of the wrong type is a 400. */
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fields() {}

    /** The body as an object; none at all is an empty one, as every body of this API is optional. */
    static JsonNode object(String body) {
        try {
            JsonNode node = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            if (!node.isObject()) {
                throw new ApiError(400, "The request body must be a JSON object");
            }
            return node;
        } catch (JsonProcessingException notJson) {
            throw new ApiError(400, "The request body is not valid JSON");
        }
    }

    static Optional<String> text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new ApiError(400, name + " must be a string");
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    static List<JsonNode> list(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new ApiError(400, name + " must be an array");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    static List<String> texts(JsonNode body, String name) {
        List<JsonNode> items = list(body, name);
        if (!items.stream().allMatch(JsonNode::isTextual)) {
            throw new ApiError(400, name + " must hold strings");
        }
        return items.stream().map(JsonNode::asText).toList();
    }
}

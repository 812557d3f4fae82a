package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One channel's message together with what an address overrides in it. */
record MessageText(JsonNode message, JsonNode address) {
    static final int LARGEST_PAYLOAD = 4096;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    Optional<String> raw() {
        return text(address, "RawContent").or(() -> text(message, "RawContent"));
    }

    Optional<String> title() {
        return text(address, "TitleOverride").or(() -> text(message, "Title"));
    }

    Optional<String> body() {
        return text(address, "BodyOverride").or(() -> text(message, "Body"));
    }

    Optional<String> field(String name) {
        return text(message, name);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** Empty if it is not a JSON object. */
    static Optional<JsonNode> object(String raw) {
        try {
            return Optional.of(JSON.readTree(raw)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    static boolean isTooLarge(JsonNode payload) {
        return payload.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD;
    }
}

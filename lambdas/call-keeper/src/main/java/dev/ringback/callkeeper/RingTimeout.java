package dev.ringback.callkeeper;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * A message that the ringing of a call must be over.
 *
 * @param callId empty if the message cannot be read
 */
record RingTimeout(String messageId, Optional<String> callId) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RingTimeout of(JsonNode record) {
        return new RingTimeout(
                record.path("messageId").asText(), callId(record.path("body").asText()));
    }

    private static Optional<String> callId(String body) {
        try {
            return Optional.of(JSON.readTree(body).path("callId"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .filter(id -> !id.isBlank());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}

package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.GraphQlRequest;
import java.util.Optional;

/** Reads what a client says. */
final class ClientMessageReader {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ClientMessageReader() {}

    static ClientMessage read(String text) {
        String id = "";
        try {
            ObjectNode message = object(text, "The message");
            id = message.path("id").asText();
            String type = message.path("type").asText();
            return switch (type) {
                case "connection_init" -> new ClientMessage.Init();
                case "start" -> start(message);
                case "stop" -> new ClientMessage.Stop(id(message));
                default ->
                    throw new Refusal(
                            "UnsupportedOperation",
                            (type.isEmpty() ? "unknown" : type) + " not supported through the realtime channel");
            };
        } catch (Refusal refusal) {
            return new ClientMessage.Unusable(id, refusal);
        }
    }

    private static ClientMessage.Start start(ObjectNode message) throws Refusal {
        JsonNode payload = message.path("payload");
        if (!payload.path("data").isTextual()) {
            throw Refusal.badRequest("payload.data of a start message is a text.");
        }
        ObjectNode data = object(payload.path("data").asText(), "payload.data");
        return new ClientMessage.Start(
                id(message),
                request(data),
                Credentials.of(payload.path("extensions").path("authorization")));
    }

    private static GraphQlRequest request(ObjectNode data) throws Refusal {
        if (!data.path("query").isTextual()) {
            throw Refusal.badRequest("payload.data has no query.");
        }
        JsonNode variables = data.path("variables");
        if (!variables.isMissingNode() && !variables.isNull() && !variables.isObject()) {
            throw Refusal.badRequest("The variables in payload.data are no object.");
        }
        return new GraphQlRequest(
                data.path("query").asText(),
                variables.isObject() ? (ObjectNode) variables : JSON.createObjectNode(),
                Optional.ofNullable(data.get("operationName"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }

    private static String id(ObjectNode message) throws Refusal {
        if (!message.path("id").isTextual() || message.path("id").asText().isEmpty()) {
            throw Refusal.badRequest("A " + message.path("type").asText() + " message has an id.");
        }
        return message.path("id").asText();
    }

    private static ObjectNode object(String text, String what) throws Refusal {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException notJson) {
            // Refused below, like JSON of another kind.
        }
        throw Refusal.badRequest(what + " is no JSON object.");
    }
}

package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server says. */
final class ServerMessage {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** For how long a client that hears nothing goes on trusting the connection. */
    private static final int CONNECTION_TIMEOUT_MS = 300_000;

    private ServerMessage() {}

    static ObjectNode connectionAck() {
        ObjectNode message = message("connection_ack");
        message.putObject("payload").put("connectionTimeoutMs", CONNECTION_TIMEOUT_MS);
        return message;
    }

    static ObjectNode keepAlive() {
        return message("ka");
    }

    static ObjectNode startAck(String id) {
        return message("start_ack").put("id", id);
    }

    static ObjectNode data(String id, ObjectNode payload) {
        return message("data").put("id", id).set("payload", payload);
    }

    /** In the place of data that cannot be sent. */
    static ObjectNode noData(String id, String errorType, String text) {
        ObjectNode payload = JSON.objectNode().putNull("data");
        payload.set("errors", errors(errorType, text));
        return data(id, payload);
    }

    static ObjectNode complete(String id) {
        return message("complete").put("id", id);
    }

    /** @param id of the client's message, empty if it had none */
    static ObjectNode error(String id, ArrayNode errors) {
        ObjectNode message = message("error");
        if (!id.isEmpty()) {
            message.put("id", id);
        }
        message.putObject("payload").set("errors", errors);
        return message;
    }

    static ObjectNode error(String id, Refusal refusal) {
        return error(id, errors(refusal.errorType(), refusal.getMessage()));
    }

    static ObjectNode connectionError(Refusal refusal) {
        ArrayNode errors = errors(refusal.errorType(), refusal.getMessage());
        ((ObjectNode) errors.get(0)).put("errorCode", refusal.errorCode());
        ObjectNode message = message("connection_error");
        message.putObject("payload").set("errors", errors);
        return message;
    }

    private static ArrayNode errors(String type, String text) {
        ArrayNode errors = JSON.arrayNode();
        errors.addObject().put("errorType", type).put("message", text);
        return errors;
    }

    private static ObjectNode message(String type) {
        return JSON.objectNode().put("type", type);
    }
}

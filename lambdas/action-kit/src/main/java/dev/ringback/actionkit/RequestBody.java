package dev.ringback.actionkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The body of one request: a JSON object that names its action. */
record RequestBody(Json json, ObjectNode fields) {
    static final int LARGEST = 10 * 1024;

    /** @throws InvalidRequestException if it is too large, or not one JSON object */
    static RequestBody parse(Json json, byte[] body) {
        if (body.length > LARGEST) {
            throw new InvalidRequestException("The body is larger than 10 KB.");
        }
        if (json.parse(body) instanceof ObjectNode fields) {
            return new RequestBody(json, fields);
        }
        throw new InvalidRequestException("The body must be a JSON object.");
    }

    /** @param route the action that the path names, if it names one */
    String action(Optional<String> route) {
        JsonNode action = fields.path("action");
        if (action.isMissingNode()) {
            return route.orElseThrow(() -> new InvalidRequestException("Field \"action\" is missing."));
        }
        if (!action.isTextual()) {
            throw new InvalidRequestException("Field \"action\" must be a string.");
        }
        if (!route.orElse(action.textValue()).equals(action.textValue())) {
            throw new InvalidRequestException("Field \"action\" must be the action of the path, or absent.");
        }
        return action.textValue();
    }

    <Q extends Record> Q as(Class<Q> type) {
        return json.bind(fields, type);
    }
}

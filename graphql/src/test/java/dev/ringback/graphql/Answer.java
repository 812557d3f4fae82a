package dev.ringback.graphql;

import com.fasterxml.jackson.databind.JsonNode;

/** What the data source People answers a request. */
sealed interface Answer {
    /** Becomes {@code ctx.result}. */
    record Result(JsonNode value) implements Answer {}

    /** Becomes {@code ctx.error}; the data becomes {@code ctx.result}. */
    record Failure(String type, String message, JsonNode data) implements Answer {}

    static Answer result(String json) {
        return new Result(Json.of(json));
    }

    static Answer failure(String type, String message, String data) {
        return new Failure(type, message, Json.of(data));
    }
}

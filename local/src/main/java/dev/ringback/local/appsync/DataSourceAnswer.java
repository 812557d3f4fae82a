package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;

/** What a data source came back with. */
public sealed interface DataSourceAnswer {
    /** Becomes {@code ctx.result}. */
    record Result(JsonNode value) implements DataSourceAnswer {}

    /**
     * Becomes {@code ctx.error}.
     *
     * @param type {@code ConflictUnhandled}, {@code ConditionalCheckFailedException} …
     * @param data becomes {@code ctx.result}: the item on the server after a conflict, else a null node
     */
    record Failure(String type, String message, JsonNode data) implements DataSourceAnswer {}
}

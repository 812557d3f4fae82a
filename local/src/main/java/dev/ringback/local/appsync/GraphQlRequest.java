package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A query, mutation or subscription as a client sends it.
 *
 * @param operationName which of the query's operations is meant; an empty one, as some clients send it, means none
 * @param headers those of its HTTP request, by lower-case name, for {@code ctx.request.headers}
 */
public record GraphQlRequest(
        String query, ObjectNode variables, Optional<String> operationName, Map<String, String> headers) {
    public GraphQlRequest {
        operationName = operationName.filter(name -> !name.isEmpty());
    }

    /** One that resolvers see no headers of. */
    public GraphQlRequest(String query, ObjectNode variables, Optional<String> operationName) {
        this(query, variables, operationName, Map.of());
    }
}

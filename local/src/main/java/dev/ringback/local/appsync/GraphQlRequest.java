package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A query, mutation or subscription as a client sends it.
 *
 * @param headers those of its HTTP request, by lower-case name, for {@code ctx.request.headers}
 */
public record GraphQlRequest(
        String query, ObjectNode variables, Optional<String> operationName, Map<String, String> headers) {
    /** One that resolvers see no headers of. */
    public GraphQlRequest(String query, ObjectNode variables, Optional<String> operationName) {
        this(query, variables, operationName, Map.of());
    }
}

package dev.ringback.appsyncjs;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An error as it appears in a GraphQL answer.
 *
 * @param type {@code errorType}, or null
 * @param data {@code data}, a null node if there is none; so is info, the {@code errorInfo}
 */
public record ResolverError(String message, String type, JsonNode data, JsonNode info) {}

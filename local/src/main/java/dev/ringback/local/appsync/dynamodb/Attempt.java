package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * One try at a change.
 *
 * @param conditions what must hold besides those of the resolver
 * @param written makes of DynamoDB's answer the item as it is now
 */
record Attempt(
        String operation, TableRequest request, List<Expression> conditions, Function<JsonNode, ObjectNode> written) {}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request to DynamoDB in the making: all its expressions share the placeholders. */
final class TableRequest {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    TableRequest() {}

    TableRequest(String table) {
        json.put("TableName", table);
    }

    TableRequest with(String parameter, JsonNode value) {
        json.set(parameter, value);
        return this;
    }

    TableRequest with(String parameter, String value) {
        json.put(parameter, value);
        return this;
    }

    TableRequest with(String parameter, long value) {
        json.put(parameter, value);
        return this;
    }

    /** @param parameter {@code UpdateExpression} */
    TableRequest expression(String parameter, Expression expression) throws Refused {
        return all(parameter, List.of(expression));
    }

    /** All of them must hold; leaves the parameter out if there is none. */
    TableRequest all(String parameter, List<Expression> expressions) throws Refused {
        for (Expression expression : expressions) {
            placeholders(expression);
        }
        if (expressions.size() == 1) {
            json.put(parameter, expressions.getFirst().text());
        } else if (expressions.size() > 1) {
            json.put(parameter, expressions.stream().map(Expression::asOperand).collect(Collectors.joining(" AND ")));
        }
        return this;
    }

    TableRequest placeholders(Expression expression) throws Refused {
        merge("ExpressionAttributeNames", expression.names());
        merge("ExpressionAttributeValues", expression.values());
        return this;
    }

    private void merge(String parameter, Optional<ObjectNode> placeholders) throws Refused {
        if (placeholders.isEmpty()) {
            return;
        }
        ObjectNode all = json.withObjectProperty(parameter);
        for (var entry : placeholders.get().properties()) {
            JsonNode before = all.get(entry.getKey());
            if (before != null && !before.equals(entry.getValue())) {
                throw Refused.document("The placeholder " + entry.getKey() + " stands for two different things.");
            }
            all.set(entry.getKey(), entry.getValue());
        }
    }

    ObjectNode json() {
        return json;
    }
}

package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.dynamodb.Writes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The calls of a user from two indexes of the Calls table. */
public final class DynamoDbOwnedCalls implements OwnedCalls {
    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final StoredCalls stored;
    private final String table;

    public DynamoDbOwnedCalls(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = new Writes(dynamoDb);
        this.stored = new StoredCalls(dynamoDb, table);
        this.table = table;
    }

    @Override
    public Page of(String owner, Side side, Optional<String> after, int limit) {
        String key = side == Side.CALLER ? "#callerOwner" : "#calleeOwner";
        String condition = key + " = :owner" + (after.isPresent() ? " AND #position > :after" : "");
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":owner", text(owner)));
        after.ifPresent(position -> values.put(":after", text(position)));
        List<Map<String, AttributeValue>> items = dynamoDb.query(query -> query.tableName(table)
                        .indexName(side == Side.CALLER ? "byCallerOwner" : "byCallee")
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(names(condition))
                        .expressionAttributeValues(values)
                        .limit(limit))
                .items();
        return new Page(
                items.stream()
                        .flatMap(item -> stored.find(item.get("callId").s()).stream())
                        .filter(call -> side.of(call).equals(Optional.of(owner)))
                        .toList(),
                items.size() < limit
                        ? Optional.empty()
                        : Optional.of(items.getLast().get("position").s()));
    }

    @Override
    public boolean erase(Call call, String owner) {
        if (!call.state().isFinal()) {
            return false;
        }
        Erasure erasure = Erasure.of(call, owner);
        if (!erasure.isNeeded()) {
            return true;
        }
        try {
            writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                    .key(CallItem.key(call.id()))
                    .updateExpression(erasure.change())
                    .conditionExpression(erasure.condition())
                    .expressionAttributeNames(names(erasure.change(), erasure.condition()))
                    .expressionAttributeValues(erasure.values())));
        } catch (ConditionalCheckFailedException e) {
            // It has left the table, or the same was done by another request.
        }
        return true;
    }
}

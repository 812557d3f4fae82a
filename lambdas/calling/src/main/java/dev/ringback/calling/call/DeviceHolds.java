package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What a call writes on its two devices: that they are in it. */
final class DeviceHolds {
    private static final String HOLD = "SET #callId = :callId";
    private static final String LET_GO = "REMOVE #callId";
    // deviceToken tells a device from a token's claim, whose owner is the caller too.
    private static final String FREE = "attribute_exists(#deviceToken) AND attribute_not_exists(#callId)"
            + " AND (attribute_not_exists(#expiresAt) OR #expiresAt > :now)";
    private static final String OWNED = FREE + " AND #owner = :owner";
    private static final String HELD = "#callId = :callId";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    DeviceHolds(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    TransactWriteItem holdCaller(Call call) {
        return hold(
                call.id(),
                call.callerId(),
                call.parties().callerOwner(),
                call.timeline().startedAt());
    }

    /** Holds only if the device is free and belongs to this owner. */
    TransactWriteItem hold(String callId, String deviceId, String owner, Instant now) {
        Map<String, AttributeValue> values = free(callId, now);
        values.put(":owner", text(owner));
        return update(deviceId, HOLD, OWNED, values);
    }

    TransactWriteItem holdCallee(Call call) {
        return update(
                call.calleeId(), HOLD, FREE, free(call.id(), call.timeline().startedAt()));
    }

    TransactWriteItem letGo(String callId, String deviceId) {
        return update(deviceId, LET_GO, HELD, callId(callId));
    }

    /** Frees a device that a call which is over, or gone, still holds. */
    void free(String callId, String deviceId) {
        try {
            writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                    .key(DeviceItem.key(deviceId))
                    .updateExpression(LET_GO)
                    .conditionExpression(HELD)
                    .expressionAttributeNames(names(LET_GO, HELD))
                    .expressionAttributeValues(callId(callId))));
        } catch (ConditionalCheckFailedException e) {
            // Free already, in a later call, or deleted: not this call's any more, which is what was asked for.
        }
    }

    private static Map<String, AttributeValue> free(String callId, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(callId(callId));
        values.put(":now", number(now.getEpochSecond()));
        return values;
    }

    private static Map<String, AttributeValue> callId(String callId) {
        return Map.of(":callId", text(callId));
    }

    private TransactWriteItem update(
            String deviceId, String change, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(DeviceItem.key(deviceId))
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(change, condition))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}

package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What a call writes on its two devices: that it holds them, and until when. */
final class DeviceReservations {
    private static final String HOLD = "SET #callId = :callId, #leaseUntil = :leaseUntil";
    // deviceToken tells a device from a token's claim, whose owner is the caller too.
    private static final String FREE =
            "attribute_exists(#deviceToken) AND (attribute_not_exists(#callId) OR #leaseUntil <= :now)";
    private static final String OWNED = FREE + " AND #owner = :owner";
    private static final String HELD = "#callId = :callId";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    DeviceReservations(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    TransactWriteItem holdCaller(Call call, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(holdValues(call, call.leaseUntil()));
        values.put(":now", millis(now));
        values.put(":owner", text(call.callerOwner()));
        return update(call.callerId(), HOLD, OWNED, values);
    }

    TransactWriteItem holdCallee(Call call, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(holdValues(call, call.leaseUntil()));
        values.put(":now", millis(now));
        return update(call.calleeId(), HOLD, FREE, values);
    }

    /** Holds on to a device only if the call still holds it. */
    TransactWriteItem prolong(Call call, String deviceId, Instant leaseUntil) {
        return update(deviceId, HOLD, HELD, holdValues(call, leaseUntil));
    }

    /** Frees those devices that the call holds, all at the same time. */
    void free(String callId, Collection<String> deviceIds) {
        List<Callable<Void>> frees = new ArrayList<>();
        for (String id : deviceIds) {
            frees.add(() -> free(callId, id));
        }
        Together.run(frees).forEach(Outcome::orThrow);
    }

    private Void free(String callId, String deviceId) {
        String remove = "REMOVE #callId, #leaseUntil";
        try {
            writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                    .key(DeviceItem.key(deviceId))
                    .updateExpression(remove)
                    .conditionExpression(HELD)
                    .expressionAttributeNames(names(remove, HELD))
                    .expressionAttributeValues(Map.of(":callId", text(callId)))));
        } catch (ConditionalCheckFailedException e) {
            // Free already, in a later call, or deleted: not this call's any more, which is what was asked for.
        }
        return null;
    }

    private static Map<String, AttributeValue> holdValues(Call call, Instant leaseUntil) {
        return Map.of(":callId", text(call.id()), ":leaseUntil", millis(leaseUntil));
    }

    private TransactWriteItem update(
            String deviceId, String set, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(DeviceItem.key(deviceId))
                        .updateExpression(set)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(set, condition))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}

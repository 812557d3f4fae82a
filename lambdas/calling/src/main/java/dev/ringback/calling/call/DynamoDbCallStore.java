package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.dynamodb.Writes;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Calls in DynamoDB, and their reservations in the devices' table. */
public final class DynamoDbCallStore implements CallStore {
    private static final String LIVE = "attribute_exists(#callId) AND NOT #state IN (:ended, :failed)";
    private static final Map<String, AttributeValue> FINAL_STATES =
            Map.of(":ended", text(CallState.ENDED.name()), ":failed", text(CallState.FAILED.name()));

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final DeviceReservations devices;
    private final Reserving reserving;
    private final String table;

    public DynamoDbCallStore(DynamoDbClient dynamoDb, String table, String deviceTable) {
        this.dynamoDb = dynamoDb;
        this.writes = new Writes(dynamoDb);
        this.devices = new DeviceReservations(dynamoDb, writes, deviceTable);
        this.reserving = new Reserving(writes, devices, table, this::find);
        this.table = table;
    }

    @Override
    public Reservation reserve(Call call, Instant now) {
        try {
            return reserving.reserve(call, now);
        } catch (ContendedException e) {
            return new Reservation.Contended();
        }
    }

    @Override
    public boolean attachMedia(Call call, Media media, Instant leaseUntil) {
        return writes.together(List.of(
                        attachment(call, media, leaseUntil),
                        devices.prolong(call, call.callerId(), leaseUntil),
                        devices.prolong(call, call.calleeId(), leaseUntil)))
                .isEmpty();
    }

    @Override
    public Ending end(String callId, CallState finalState, Instant now) {
        // The tokens open nothing any more; the ids stay, for what could not be released.
        String set = "SET #state = :final, #endedAt = :now REMOVE #callerToken, #calleeToken";
        Map<String, AttributeValue> values = new HashMap<>(FINAL_STATES);
        values.put(":final", text(finalState.name()));
        values.put(":now", millis(now));
        try {
            return new Ending.Ended(CallItem.read(writes.repeatedly(
                            () -> dynamoDb.updateItem(update -> update.tableName(table)
                                    .key(CallItem.key(callId))
                                    .updateExpression(set)
                                    .conditionExpression(LIVE)
                                    .expressionAttributeNames(names(set, LIVE))
                                    .expressionAttributeValues(values)
                                    .returnValues(ReturnValue.ALL_OLD)
                                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && !e.item().isEmpty()
                    ? new Ending.AlreadyOver(CallItem.read(e.item()))
                    : new Ending.Unknown();
        }
    }

    @Override
    public void release(Call call) {
        devices.free(call.id(), List.of(call.callerId(), call.calleeId()));
    }

    @Override
    public Optional<Call> find(String callId) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(CallItem.key(callId)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(CallItem.read(item));
    }

    private TransactWriteItem attachment(Call call, Media media, Instant leaseUntil) {
        String set = "SET #leaseUntil = :leaseUntil, #sessionId = :sessionId,"
                + " #callerParticipantId = :callerParticipantId, #callerToken = :callerToken,"
                + " #calleeParticipantId = :calleeParticipantId, #calleeToken = :calleeToken";
        Map<String, AttributeValue> values = new HashMap<>(FINAL_STATES);
        values.put(":leaseUntil", millis(leaseUntil));
        values.put(":sessionId", text(media.sessionId()));
        values.put(":callerParticipantId", text(media.caller().id()));
        values.put(":callerToken", text(media.caller().token()));
        values.put(":calleeParticipantId", text(media.callee().id()));
        values.put(":calleeToken", text(media.callee().token()));
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(CallItem.key(call.id()))
                        .updateExpression(set)
                        .conditionExpression(LIVE)
                        .expressionAttributeNames(names(set, LIVE))
                        .expressionAttributeValues(values))
                .build();
    }
}

package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.block.BlockItem;
import dev.ringback.calling.dynamodb.Writes;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The write that notes what was made for a call, before anything else can go wrong. */
final class MediaRecords {
    private static final String EXISTS = "attribute_exists(#state)";
    private static final String OVER = EXISTS + " AND NOT " + Leases.LIVE;
    private static final String RING = "SET " + MediaItem.SET + ", " + MediaItem.SET_TOKENS
            + ", #version = :first, #mediaAt = :mediaAt, #leaseUntil = :leaseUntil";
    private static final String RINGING = "#state = :ringing AND attribute_not_exists(#sessionId)";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;
    private final String blockTable;

    MediaRecords(DynamoDbClient dynamoDb, Writes writes, String table, String blockTable) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
        this.blockTable = blockTable;
    }

    Optional<Call> record(Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
        return ring(begun, calleeOwner, media, at, leaseUntil)
                .or(() -> keep(begun.id(), media, leaseUntil, EXISTS, Map.of()));
    }

    boolean keep(String callId, Media media, Instant releaseFrom) {
        return keep(callId, media, releaseFrom, OVER, Leases.LIVE_STATES).isPresent();
    }

    /** A call that still rings does so for its callee from now on; not if he has blocked its caller, which nobody is told. */
    private Optional<Call> ring(Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
        Map<String, AttributeValue> values = ringingValues(media, at, leaseUntil);
        values.put(":calleeOwner", text(calleeOwner));
        Update ring = update(begun.id(), RING + ", #calleeOwner = :calleeOwner", RINGING, values);
        Optional<List<CancellationReason>> refused = writes.together(List.of(
                TransactWriteItem.builder().update(ring).build(),
                BlockItem.unless(blockTable, calleeOwner, begun.parties().callerOwner())));
        if (refused.isEmpty()) {
            return Optional.of(begun.ringing(calleeOwner, media, at, leaseUntil));
        }
        return Writes.conditionFailed(refused.get().getFirst())
                ? Optional.empty()
                : write(begun.id(), RING, RINGING, ringingValues(media, at, leaseUntil));
    }

    private static Map<String, AttributeValue> ringingValues(Media media, Instant at, Instant leaseUntil) {
        Map<String, AttributeValue> values = new HashMap<>(MediaItem.values(media));
        values.putAll(MediaItem.tokenValues(media));
        values.put(":ringing", text(CallState.RINGING.name()));
        values.put(":first", number(1));
        values.put(":mediaAt", millis(at));
        values.put(":leaseUntil", millis(leaseUntil));
        return values;
    }

    private Update update(String callId, String set, String condition, Map<String, AttributeValue> values) {
        return Update.builder()
                .tableName(table)
                .key(CallItem.key(callId))
                .updateExpression(set)
                .conditionExpression(condition)
                .expressionAttributeNames(names(set, condition))
                .expressionAttributeValues(values)
                .build();
    }

    /** A call that is over gets it too, without tokens: its media is released by the same ways as any other's. */
    private Optional<Call> keep(
            String callId,
            Media media,
            Instant leaseUntil,
            String condition,
            Map<String, AttributeValue> conditionValues) {
        String set =
                "SET " + MediaItem.SET + ", #leased = :leased, #leaseUntil = if_not_exists(#leaseUntil, :leaseUntil)";
        Map<String, AttributeValue> values = new HashMap<>(MediaItem.values(media));
        values.put(":leased", CallItem.LEASED);
        values.put(":leaseUntil", millis(leaseUntil));
        values.putAll(conditionValues);
        return write(callId, set, condition, values);
    }

    private Optional<Call> write(String callId, String set, String condition, Map<String, AttributeValue> values) {
        UpdateItemRequest update = UpdateItemRequest.builder()
                .tableName(table)
                .key(CallItem.key(callId))
                .updateExpression(set)
                .conditionExpression(condition)
                .expressionAttributeNames(names(set, condition))
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW)
                .build();
        try {
            return Optional.of(CallItem.read(
                    writes.repeatedly(() -> dynamoDb.updateItem(update)).attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }
}

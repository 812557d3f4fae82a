package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

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

/** Until when each call may stay as it is, and the index that finds those whose time is up. */
final class Leases {
    private static final String INDEX = "byLease";
    static final String LIVE = "#state IN (:ringing, :answered)";
    static final Map<String, AttributeValue> LIVE_STATES = Map.of(
            ":ringing", text(CallState.RINGING.name()),
            ":answered", text(CallState.ANSWERED.name()));

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    Leases(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    void renew(String callId, Instant until) {
        write(
                callId,
                "SET #leaseUntil = :until",
                "#state = :answered",
                Map.of(":until", millis(until), ":answered", text(CallState.ANSWERED.name())));
    }

    void postponeRelease(String callId, Instant until) {
        Map<String, AttributeValue> values = new HashMap<>(LIVE_STATES);
        values.put(":until", millis(until));
        // Only while there is one: a release that was noted meanwhile is not undone.
        write(callId, "SET #leaseUntil = :until", "attribute_exists(#leased) AND NOT " + LIVE, values);
    }

    void released(Call call) {
        Map<String, AttributeValue> values = new HashMap<>(LIVE_STATES);
        Optional<String> session = call.media().map(Media::sessionId);
        session.ifPresent(id -> values.put(":sessionId", text(id)));
        String sameMedia = session.isPresent() ? "#sessionId = :sessionId" : "attribute_not_exists(#sessionId)";
        // An update of a call that has left the table would make an empty item of it, which stays for ever.
        String condition = "attribute_exists(#leased) AND " + sameMedia + " AND NOT " + LIVE;
        write(call.id(), "REMOVE #leased, #leaseUntil", condition, values);
    }

    List<String> overdue(Instant now, int limit) {
        String keys = "#leased = :leased AND #leaseUntil <= :now";
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression(keys)
                        .expressionAttributeNames(names(keys))
                        .expressionAttributeValues(Map.of(":leased", CallItem.LEASED, ":now", millis(now)))
                        .limit(limit))
                .items()
                .stream()
                .map(item -> item.get("callId").s())
                .toList();
    }

    private void write(String callId, String change, String condition, Map<String, AttributeValue> values) {
        try {
            writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                    .key(CallItem.key(callId))
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names(change, condition))
                    .expressionAttributeValues(values)));
        } catch (ConditionalCheckFailedException e) {
            // The call went on meanwhile: the lease it has now is the right one.
        }
    }
}

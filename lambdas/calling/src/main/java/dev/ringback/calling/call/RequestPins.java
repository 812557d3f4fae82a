package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.instant;
import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.call.CallStore.Reservation.AlreadyMade;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Requests' pins as they lie among the calls. */
final class RequestPins {
    private static final String FREE = "attribute_not_exists(#callId) OR #pinnedUntil <= :now OR #pinned = :instead";
    private static final String FREE_OR_OF_THE_CALL = FREE + " OR #pinned = :callId";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    RequestPins(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    static AlreadyMade read(Map<String, AttributeValue> item) {
        return new AlreadyMade(
                item.get("pinned").s(), Optional.ofNullable(item.get("token")).map(AttributeValue::s));
    }

    /** What the request is tied to, unless that is a call it may replace. */
    Optional<AlreadyMade> find(RequestPin pin, Instant now) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(CallItem.key(pin.key())).consistentRead(true))
                .item();
        return item.isEmpty() || !instant(item.get("pinnedUntil")).isAfter(now)
                ? Optional.empty()
                : Optional.of(read(item)).filter(made -> !pin.instead().equals(Optional.of(made.callId())));
    }

    TransactWriteItem inTransaction(RequestPin pin, String callId, Instant now) {
        Put put = Put.builder()
                .tableName(table)
                .item(item(pin, callId))
                .conditionExpression(FREE)
                .expressionAttributeNames(names(FREE))
                .expressionAttributeValues(values(pin, now))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    void keepAnswer(RequestPin pin, String callId, String token, Instant now) {
        Map<String, AttributeValue> item = item(pin, callId);
        item.put("token", text(token));
        Map<String, AttributeValue> values = new HashMap<>(values(pin, now));
        values.put(":callId", text(callId));
        try {
            writes.repeatedly(() -> dynamoDb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression(FREE_OR_OF_THE_CALL)
                    .expressionAttributeNames(names(FREE_OR_OF_THE_CALL))
                    .expressionAttributeValues(values)));
        } catch (ConditionalCheckFailedException e) {
            // The same request, sent again meanwhile, has got another call.
        }
    }

    private static Map<String, AttributeValue> item(RequestPin pin, String callId) {
        Map<String, AttributeValue> item = new HashMap<>(CallItem.key(pin.key()));
        item.put("pinned", text(callId));
        item.put("pinnedUntil", millis(pin.until()));
        item.put("expiresAt", number(pin.until().getEpochSecond()));
        return item;
    }

    private static Map<String, AttributeValue> values(RequestPin pin, Instant now) {
        return Map.of(
                ":now", millis(now),
                ":instead", text(pin.instead().orElse("none")));
    }
}

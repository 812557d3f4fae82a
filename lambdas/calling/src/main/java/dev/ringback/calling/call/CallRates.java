package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;

import dev.ringback.calling.dynamodb.Writes;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Counts of calls as they lie among the calls. */
final class CallRates {
    private static final String COUNT = "SET #expiresAt = :end ADD #attempts :one";
    private static final String BELOW = "attribute_not_exists(#attempts) OR #attempts < :most";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    CallRates(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    /** Holds only while there are less than may be. */
    TransactWriteItem inTransaction(CallRate rate) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(CallItem.key(rate.key()))
                        .updateExpression(COUNT)
                        .conditionExpression(BELOW)
                        .expressionAttributeNames(names(COUNT, BELOW))
                        .expressionAttributeValues(
                                Map.of(":end", end(rate), ":one", number(1), ":most", number(rate.most()))))
                .build();
    }

    void count(CallRate rate) {
        writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                .key(CallItem.key(rate.key()))
                .updateExpression(COUNT)
                .expressionAttributeNames(names(COUNT))
                .expressionAttributeValues(Map.of(":end", end(rate), ":one", number(1)))));
    }

    private static AttributeValue end(CallRate rate) {
        return number(rate.until().getEpochSecond());
    }
}

package dev.ringback.calling.account;

import static dev.ringback.calling.dynamodb.Expressions.instant;
import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;

import dev.ringback.calling.dynamodb.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Accounts that are gone, in the DeviceInfo table. */
public final class DynamoDbGoneAccounts implements GoneAccounts {
    /** Longer than any token is good. */
    private static final Duration KEPT = Duration.ofDays(2);

    private static final String BURY = "SET #goneAt = if_not_exists(#goneAt, :now), #expiresAt = :end";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    public DynamoDbGoneAccounts(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = new Writes(dynamoDb);
        this.table = table;
    }

    @Override
    public Instant bury(String owner, Instant now) {
        return instant(writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                        .key(GoneItem.key(owner))
                        .updateExpression(BURY)
                        .expressionAttributeNames(names(BURY))
                        .expressionAttributeValues(Map.of(
                                ":now", millis(now),
                                ":end", number(now.plus(KEPT).getEpochSecond())))
                        .returnValues(ReturnValue.ALL_NEW)))
                .attributes()
                .get("goneAt"));
    }
}

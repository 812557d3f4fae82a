package dev.ringback.pushnotifier;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceItem;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Marks in the DeviceInfo table. One that is older than the device's {@code updatedAt} is of no account: it has registered
 * again since.
 */
public final class DynamoDbTokenMarks implements TokenMarks {
    private static final String MARK = "SET #wrongChannelAt = :at";
    private static final String STILL = "#deviceToken = :token OR #voipToken = :token";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbTokenMarks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void wrongForChannel(Device seen, String token, Instant at) {
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(DeviceItem.key(seen.id()))
                    .updateExpression(MARK)
                    .conditionExpression(STILL)
                    .expressionAttributeNames(names(MARK, STILL))
                    .expressionAttributeValues(Map.of(":at", millis(at), ":token", text(token))));
        } catch (ConditionalCheckFailedException e) {
            // It has another token by now, or is gone: what was refused is not there to be marked.
        }
    }
}

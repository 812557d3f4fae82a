package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.dynamodb.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Which devices do not want a call that rings on others too. */
final class Declines {
    private static final String ADD = "ADD #declinedBy :device";
    private static final String RINGING = "#state = :ringing";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    Declines(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    Optional<Set<String>> add(String callId, String clientId) {
        try {
            return Optional.of(Set.copyOf(writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                            .key(CallItem.key(callId))
                            .updateExpression(ADD)
                            .conditionExpression(RINGING)
                            .expressionAttributeNames(names(ADD, RINGING))
                            .expressionAttributeValues(Map.of(
                                    ":device", AttributeValue.fromSs(List.of(clientId)),
                                    ":ringing", text(CallState.RINGING.name())))
                            .returnValues(ReturnValue.UPDATED_NEW)))
                    .attributes()
                    .get("declinedBy")
                    .ss()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }
}

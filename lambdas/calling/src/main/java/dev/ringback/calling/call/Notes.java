package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;

import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.calling.dynamodb.Writes;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The write that adds to what is noted of a call. It leaves the version, so nobody is told. */
final class Notes {
    static final int MOST = 100;

    private static final String ADD = "SET #timeline = list_append(if_not_exists(#timeline, :nothing), :entries)";
    // An update of a call that has left the table would make an empty item of it, which stays for ever.
    private static final String ROOM =
            "attribute_exists(#state) AND (attribute_not_exists(#timeline) OR size(#timeline) <= :most)";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    Notes(DynamoDbClient dynamoDb, Writes writes, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.table = table;
    }

    void add(String callId, List<Entry> entries) {
        if (entries.isEmpty() || entries.size() > MOST) {
            return;
        }
        Map<String, AttributeValue> values = Map.of(
                ":nothing", AttributeValue.fromL(List.of()),
                ":entries", NoteItems.write(entries),
                ":most", number(MOST - entries.size()));
        try {
            writes.repeatedly(() -> dynamoDb.updateItem(update -> update.tableName(table)
                    .key(CallItem.key(callId))
                    .updateExpression(ADD)
                    .conditionExpression(ROOM)
                    .expressionAttributeNames(names(ADD, ROOM))
                    .expressionAttributeValues(values)));
        } catch (ConditionalCheckFailedException e) {
            // There is no such call, or enough is noted of it.
        }
    }
}

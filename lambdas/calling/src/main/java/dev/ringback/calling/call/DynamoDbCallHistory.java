package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The history from two indexes of the Calls table, which are read at the same time. */
public final class DynamoDbCallHistory implements CallHistory {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbCallHistory(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Page of(String clientId, String owner, Optional<String> before, int limit) {
        // One more of each than is shown, to know whether there are more.
        List<Callable<List<Entry>>> queries = List.of(
                () -> query("byCaller", "callerId", clientId, before, limit + 1),
                () -> query("byCallee", "calleeOwner", owner, before, limit + 1));
        List<Entry> newest = Together.run(queries).stream()
                .map(Outcome::orThrow)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::position).reversed())
                // A user who calls one of his devices with another has the call in both, and one of them may be behind.
                .collect(Collectors.toMap(Entry::callId, entry -> entry, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .limit(limit + 1L)
                .toList();
        return newest.size() <= limit
                ? new Page(newest, Optional.empty())
                : new Page(
                        newest.subList(0, limit),
                        Optional.of(newest.get(limit - 1).position()));
    }

    private List<Entry> query(String index, String key, String value, Optional<String> before, int limit) {
        String keys = "#" + key + " = :value" + (before.isPresent() ? " AND #position < :before" : "");
        Map<String, AttributeValue> values = before.map(
                        position -> Map.of(":value", text(value), ":before", text(position)))
                .orElseGet(() -> Map.of(":value", text(value)));
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName(index)
                        .keyConditionExpression(keys)
                        .expressionAttributeNames(names(keys))
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(DynamoDbCallHistory::entry)
                .toList();
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        return new Entry(
                item.get("callId").s(),
                CallItem.state(item),
                CallItem.reason(item),
                CallItem.parties(item),
                CallItem.timeline(item),
                item.get("position").s());
    }
}

package dev.ringback.calling.person;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.account.OwnedPerson;
import dev.ringback.calling.account.PeopleErasure;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.paginators.ScanIterable;

/**
 * Writes the tables of the directory as AppSync writes them, which cannot itself delete a person without keeping what it was.
 * No subscription hears of it: apps learn of it by their next sync.
 */
public final class DynamoDbPeopleErasure implements PeopleErasure {
    /** As long as AppSync keeps its tombstones. */
    private static final Duration TOMBSTONE_KEPT = Duration.ofDays(30);
    /** As long as AppSync keeps its rows of changes. */
    private static final Duration CHANGE_KEPT = Duration.ofMinutes(30);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String UNCHANGED = "#owner = :owner AND #_version = :seen";
    private static final String OF_OWNER = "#owner = :owner";
    private static final String KEYS = "#ds_pk, #ds_sk";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String people;
    private final String changes;

    public DynamoDbPeopleErasure(DynamoDbClient dynamoDb, String people, String changes) {
        this.dynamoDb = dynamoDb;
        this.writes = new Writes(dynamoDb);
        this.people = people;
        this.changes = changes;
    }

    @Override
    public void bury(OwnedPerson person, String owner, Instant now) {
        String seen = person.fields().getOrDefault("_version", "0");
        long version = Long.parseLong(seen) + 1;
        Map<String, AttributeValue> tombstone = tombstone(person.id(), version, now);
        // Together, or an app that syncs often would never learn of a tombstone whose row of changes is missing. One
        // that was
        // changed meanwhile is left to whoever asks next, who finds it as it is then.
        writes.together(List.of(
                put(Put.builder()
                        .tableName(people)
                        .item(tombstone)
                        .conditionExpression(UNCHANGED)
                        .expressionAttributeNames(names(UNCHANGED))
                        .expressionAttributeValues(Map.of(":owner", text(owner), ":seen", AttributeValue.fromN(seen)))),
                put(Put.builder().tableName(changes).item(change(tombstone, person.id(), version, now)))));
    }

    private static TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /** What apps must have of a person, empty. */
    private static Map<String, AttributeValue> tombstone(String id, long version, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", text(id));
        item.put("__typename", text("Person"));
        item.put("firstName", text(""));
        item.put("lastName", text(""));
        item.put("clientId", text("deleted"));
        item.put("createdAt", text(now.toString()));
        item.put("updatedAt", text(now.toString()));
        item.put("_version", number(version));
        item.put("_lastChangedAt", millis(now));
        item.put("_deleted", AttributeValue.fromBool(true));
        item.put("_ttl", number(now.plus(TOMBSTONE_KEPT).getEpochSecond()));
        return item;
    }

    private Map<String, AttributeValue> change(
            Map<String, AttributeValue> tombstone, String id, long version, Instant now) {
        Map<String, AttributeValue> row = new HashMap<>(tombstone);
        row.put("ds_pk", text(people + ":" + LocalDate.ofInstant(now, ZoneOffset.UTC)));
        row.put("ds_sk", text(TIME.format(now) + ":" + id + ":" + version));
        row.put("_ttl", number(now.plus(CHANGE_KEPT).getEpochSecond()));
        return row;
    }

    /** The table holds the changes of the last half-hour, and of some more time until DynamoDB has removed the old. */
    @Override
    public void forgetChanges(String owner) {
        ScanIterable rows = dynamoDb.scanPaginator(scan -> scan.tableName(changes)
                .filterExpression(OF_OWNER)
                .projectionExpression(KEYS)
                .expressionAttributeNames(names(OF_OWNER, KEYS))
                .expressionAttributeValues(Map.of(":owner", text(owner)))
                .consistentRead(true));
        rows.items()
                .forEach(key ->
                        dynamoDb.deleteItem(delete -> delete.tableName(changes).key(key)));
    }
}

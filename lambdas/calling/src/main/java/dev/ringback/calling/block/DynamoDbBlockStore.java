package dev.ringback.calling.block;

import static dev.ringback.calling.dynamodb.Expressions.instant;
import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.account.AccountGoneException;
import dev.ringback.calling.account.GoneItem;
import dev.ringback.calling.dynamodb.Writes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Blocks in the DeviceInfo table: a pair and its entry in the list are always written together. */
public final class DynamoDbBlockStore implements BlockStore {
    private static final int LIST = 0;
    private static final int GONE = 2;

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    public DynamoDbBlockStore(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = new Writes(dynamoDb);
        this.table = table;
    }

    @Override
    public Blocking block(String owner, String blockedOwner, Blocked blocked) {
        String hash = BlockItem.hash(owner, blockedOwner);
        String set = "SET #" + hash + " = :entry ADD #entries :one";
        String condition =
                "attribute_not_exists(#" + hash + ") AND (attribute_not_exists(#entries) OR #entries < :most)";
        Map<String, AttributeValue> values = Map.of(":entry", entry(blocked), ":one", number(1), ":most", number(MOST));
        return writes.together(
                        List.of(list(owner, set, condition, values), put(hash, blocked), GoneItem.unless(table, owner)))
                .map(reasons -> refused(reasons, hash))
                .orElse(Blocking.BLOCKED);
    }

    private static Blocking refused(List<CancellationReason> reasons, String hash) {
        if (Writes.conditionFailed(reasons.get(GONE))) {
            throw new AccountGoneException();
        }
        CancellationReason reason = reasons.get(LIST);
        return reason.hasItem() && reason.item().containsKey(hash) ? Blocking.WAS_BLOCKED : Blocking.TOO_MANY;
    }

    @Override
    public void unblock(String owner, String blockedOwner) {
        remove(owner, BlockItem.hash(owner, blockedOwner));
    }

    @Override
    public boolean unblockById(String owner, String id) {
        Optional<String> hash = entries(owner).entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
        hash.ifPresent(found -> remove(owner, found));
        return hash.isPresent();
    }

    /** Refused if it is not there, which is what was asked for. */
    private void remove(String owner, String hash) {
        String change = "REMOVE #" + hash + " ADD #entries :less";
        String condition = "attribute_exists(#" + hash + ")";
        TransactWriteItem pair = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(BlockItem.pair(hash)))
                .build();
        writes.together(List.of(list(owner, change, condition, Map.of(":less", number(-1))), pair));
    }

    @Override
    public List<Blocked> list(String owner) {
        return entries(owner).values().stream()
                .sorted(Comparator.comparing(Blocked::at).reversed())
                .toList();
    }

    /** The pairs first: with the list it would be forgotten which they are. */
    @Override
    public int clear(String owner) {
        Map<String, Blocked> entries = entries(owner);
        entries.keySet().forEach(hash -> delete(BlockItem.pair(hash)));
        delete(BlockItem.list(owner));
        return entries.size();
    }

    /** A call of the one who is blocked may be in the way. */
    private void delete(Map<String, AttributeValue> key) {
        writes.repeatedly(
                () -> dynamoDb.deleteItem(delete -> delete.tableName(table).key(key)));
    }

    private Map<String, Blocked> entries(String owner) {
        Map<String, Blocked> entries = new HashMap<>();
        dynamoDb.getItem(get -> get.tableName(table).key(BlockItem.list(owner)).consistentRead(true))
                .item()
                .forEach((name, value) -> {
                    if (value.hasM()) {
                        entries.put(name, blocked(value.m()));
                    }
                });
        return entries;
    }

    private static Blocked blocked(Map<String, AttributeValue> entry) {
        return new Blocked(entry.get("id").s(), instant(entry.get("at")));
    }

    private static AttributeValue entry(Blocked blocked) {
        return AttributeValue.fromM(Map.of("id", text(blocked.id()), "at", millis(blocked.at())));
    }

    private TransactWriteItem put(String hash, Blocked blocked) {
        Map<String, AttributeValue> item = new HashMap<>(BlockItem.pair(hash));
        item.put("blockedAt", millis(blocked.at()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private TransactWriteItem list(String owner, String change, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(BlockItem.list(owner))
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(change, condition))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}

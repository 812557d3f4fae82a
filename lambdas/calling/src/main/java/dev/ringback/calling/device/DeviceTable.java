package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.account.GoneItem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Reads of the DeviceInfo table, and the parts of its transactions. */
final class DeviceTable {
    private static final String NEW = "attribute_not_exists(#id)";
    private static final String FREE = " AND attribute_not_exists(#callId)";
    private static final String HELD = "#clientId = :clientId";

    private final DynamoDbClient dynamoDb;
    private final String table;

    DeviceTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Optional<StoredDevice> device(String clientId) {
        return StoredDevice.read(get(clientId));
    }

    /** The clientId of the device that a claim is for. */
    Optional<String> holder(String claimId) {
        return Optional.ofNullable(get(claimId).get("clientId")).map(AttributeValue::s);
    }

    private Map<String, AttributeValue> get(String id) {
        return dynamoDb.getItem(
                        get -> get.tableName(table).key(DeviceItem.key(id)).consistentRead(true))
                .item();
    }

    TransactWriteItem create(Device device, Instant now) {
        return put(DeviceItem.write(device, now), NEW, Map.of());
    }

    /** Refuses a registration for an account that is gone. */
    TransactWriteItem unlessGone(String owner) {
        return GoneItem.unless(table, owner);
    }

    /** Leaves the device in its call. */
    TransactWriteItem change(StoredDevice stored, Device to, Instant now) {
        boolean otherClaims = !ClaimItem.ids(stored.device()).equals(ClaimItem.ids(to));
        DeviceChange change = new DeviceChange(to, otherClaims, now);
        Map<String, AttributeValue> values = stored.values();
        values.putAll(change.values());
        return update(stored.id(), change.expression(), stored.unchanged(), values);
    }

    /** Only while it is in no call, or nobody could hang up for it. */
    TransactWriteItem remove(StoredDevice stored) {
        return delete(stored.id(), stored.unchanged() + FREE, stored.values());
    }

    /** @param holder the device the claim is for until now */
    TransactWriteItem claim(String claimId, Device device, Optional<String> holder) {
        Map<String, AttributeValue> item = ClaimItem.write(claimId, device);
        return holder.map(clientId -> put(item, HELD, Map.of(":clientId", text(clientId))))
                .orElseGet(() -> put(item, NEW, Map.of()));
    }

    /** Writes when the claim expires. */
    TransactWriteItem keepClaim(String claimId, Device holder) {
        String change = "SET #expiresAt = :end";
        Map<String, AttributeValue> values = Map.of(
                ":clientId",
                text(holder.id()),
                ":end",
                number(holder.expiresAt().orElseThrow().getEpochSecond()));
        return update(claimId, change, HELD, values);
    }

    TransactWriteItem removeClaim(String claimId, String holder) {
        return delete(claimId, HELD, Map.of(":clientId", text(holder)));
    }

    private TransactWriteItem update(String id, String change, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(DeviceItem.key(id))
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(change, condition))
                        .expressionAttributeValues(values))
                .build();
    }

    private TransactWriteItem put(
            Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(condition))
                        .expressionAttributeValues(values.isEmpty() ? null : values))
                .build();
    }

    private TransactWriteItem delete(String id, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(DeviceItem.key(id))
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(condition))
                        .expressionAttributeValues(values.isEmpty() ? null : values))
                .build();
    }
}

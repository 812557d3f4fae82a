package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Devices in DynamoDB. A device and its token's claim are written in one transaction, so one never exists without the other. */
public final class DynamoDbDeviceStore implements DeviceStore {
    private static final int ATTEMPTS = 5;
    private static final String NEW = "attribute_not_exists(#id)";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final String table;

    public DynamoDbDeviceStore(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = new Writes(dynamoDb);
        this.table = table;
    }

    @Override
    public Optional<Device> find(String clientId) {
        return DeviceItem.read(get(DeviceItem.key(clientId)));
    }

    @Override
    public Registration register(
            String owner, NotifyType notifyType, String deviceToken, Instant now, Consumer<Device> beforeTaking) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Registration> registration = tryToRegister(owner, notifyType, deviceToken, now, beforeTaking);
            if (registration.isPresent()) {
                return registration.get();
            }
        }
        throw new ContendedException("the device token keeps changing hands", null);
    }

    @Override
    public boolean delete(Device device) {
        Optional<List<CancellationReason>> refused = writes.together(List.of(
                deletionOf(device),
                TransactWriteItem.builder()
                        .delete(claim -> claim.tableName(table)
                                .key(DeviceItem.claimKey(device.deviceToken()))
                                .conditionExpression("#clientId = :id")
                                .expressionAttributeNames(names("#clientId"))
                                .expressionAttributeValues(Map.of(":id", text(device.id()))))
                        .build()));
        return refused.map(reasons -> !Writes.conditionFailed(reasons.getFirst()))
                .orElse(true);
    }

    /** Empty when somebody else registered, moved or deleted the token meanwhile. */
    private Optional<Registration> tryToRegister(
            String owner, NotifyType notifyType, String deviceToken, Instant now, Consumer<Device> beforeTaking) {
        Device fresh = new Device(UUID.randomUUID().toString(), owner, notifyType, deviceToken, Optional.empty());
        Map<String, AttributeValue> claim = get(DeviceItem.claimKey(deviceToken));
        if (claim.isEmpty()) {
            return create(fresh, now);
        }
        if (claim.get("owner").s().equals(owner)) {
            return refresh(claim, fresh, now).or(() -> takeOver(claim, fresh, now, beforeTaking));
        }
        return takeOver(claim, fresh, now, beforeTaking);
    }

    private Optional<Registration> create(Device device, Instant now) {
        return written(List.of(
                        put(DeviceItem.claim(device), NEW, Map.of()),
                        put(DeviceItem.write(device, now), NEW, Map.of())))
                ? Optional.of(new Registration(device, Optional.empty()))
                : Optional.empty();
    }

    /** The same owner again: the id stays, the channel may change. Empty when the claimed device is gone. */
    private Optional<Registration> refresh(Map<String, AttributeValue> claim, Device wanted, Instant now) {
        String set = "SET #notifyType = :notifyType, #updatedAt = :now";
        String still = "#deviceToken = :token";
        try {
            return writes.repeatedly(() -> DeviceItem.read(dynamoDb.updateItem(update -> update.tableName(table)
                                    .key(DeviceItem.key(claim.get("clientId").s()))
                                    .updateExpression(set)
                                    .conditionExpression(still)
                                    .expressionAttributeNames(names(set, still))
                                    .expressionAttributeValues(Map.of(
                                            ":notifyType",
                                                    text(wanted.notifyType().name()),
                                            ":token", text(wanted.deviceToken()),
                                            ":now", millis(now)))
                                    .returnValues(ReturnValue.ALL_NEW))
                            .attributes()))
                    .map(device -> new Registration(device, Optional.empty()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    private Optional<Registration> takeOver(
            Map<String, AttributeValue> claim, Device fresh, Instant now, Consumer<Device> beforeTaking) {
        Optional<Device> replaced = find(claim.get("clientId").s());
        replaced.ifPresent(beforeTaking);
        List<TransactWriteItem> items = new ArrayList<>();
        items.add(put(DeviceItem.claim(fresh), "#clientId = :old", Map.of(":old", claim.get("clientId"))));
        items.add(put(DeviceItem.write(fresh, now), NEW, Map.of()));
        replaced.ifPresent(device -> items.add(deletionOf(device)));
        return written(items) ? Optional.of(new Registration(fresh, replaced)) : Optional.empty();
    }

    /** Holds only while the device is in no call, or nobody could hang up for it. */
    private TransactWriteItem deletionOf(Device device) {
        String free = "attribute_not_exists(#callId)";
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(DeviceItem.key(device.id()))
                        .conditionExpression(free)
                        .expressionAttributeNames(names(free)))
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

    private boolean written(List<TransactWriteItem> items) {
        return writes.together(items).isEmpty();
    }

    private Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
    }
}

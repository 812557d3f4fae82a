package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Devices in DynamoDB. A device and its claims are written in one transaction, so one never exists without the others. */
public final class DynamoDbDeviceStore implements DeviceStore {
    private static final int ATTEMPTS = 5;
    private static final int MOST_OF_OWNER = 50;
    private static final int MOST_AT_ALL = 100;
    private static final String BY_OWNER = "byOwner";

    private final DynamoDbClient dynamoDb;
    private final String tableName;
    private final InstantSource clock;
    private final DeviceTable table;
    private final Writes writes;
    private final Removing removing;

    public DynamoDbDeviceStore(DynamoDbClient dynamoDb, String tableName, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.tableName = tableName;
        this.clock = clock;
        this.table = new DeviceTable(dynamoDb, tableName);
        this.writes = new Writes(dynamoDb);
        this.removing = new Removing(table, writes);
    }

    @Override
    public Optional<Device> find(String clientId) {
        Instant now = clock.instant();
        return table.device(clientId).map(StoredDevice::device).filter(device -> !device.isGone(now));
    }

    @Override
    public List<Device> ofOwner(String owner) {
        String condition = "#deviceOwner = :owner AND #expiresAt > :now";
        return dynamoDb
                .query(query -> query.tableName(tableName)
                        .indexName(BY_OWNER)
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(names(condition))
                        .expressionAttributeValues(Map.of(
                                ":owner", text(owner),
                                ":now", number(clock.instant().getEpochSecond())))
                        .scanIndexForward(false)
                        .limit(MOST_OF_OWNER))
                .items()
                .stream()
                .flatMap(item -> DeviceItem.read(item).stream())
                .toList();
    }

    /** Those that the index still has, and are gone, left out. */
    @Override
    public List<Device> allOf(String owner) {
        String condition = "#deviceOwner = :owner";
        return dynamoDb
                .query(query -> query.tableName(tableName)
                        .indexName(BY_OWNER)
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(names(condition))
                        .expressionAttributeValues(Map.of(":owner", text(owner)))
                        .limit(MOST_AT_ALL))
                .items()
                .stream()
                .flatMap(item -> table.device(item.get("id").s()).stream())
                .map(StoredDevice::device)
                .toList();
    }

    @Override
    public Registration register(Enrolment enrolment, Consumer<Device> beforeTaking) {
        Registering registering = new Registering(table, writes, enrolment, clock.instant());
        return repeatedly(() -> registering.attempt(beforeTaking));
    }

    @Override
    public boolean delete(Device device) {
        return repeatedly(() -> removing.delete(device.id()));
    }

    @Override
    public boolean forgetToken(Device seen, String token) {
        return repeatedly(() -> removing.forget(seen, token, clock.instant()));
    }

    private static <T> T repeatedly(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<T> done = attempt.get();
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ContendedException("the device keeps changing", null);
    }
}

package dev.ringback.calling.device;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** All that can happen to devices, at random; safe to be used by several threads. */
final class DeviceMoves implements StoreUnderTest {
    private static final List<String> OWNERS = List.of("anna", "bob", "carl");
    private static final List<String> TOKENS = List.of("one", "two", "three", "four");
    private static final List<String> INSTALLATIONS = List.of("phone", "tablet");
    private static final int MOST_DAYS = 40;

    private final Tables tables;
    private final FixedClock clock = new FixedClock();
    private final DeviceStore devices;
    private final CallStore calls;
    private final Queue<Device> known = new ConcurrentLinkedQueue<>();
    private final AtomicInteger registrations = new AtomicInteger();

    DeviceMoves(Tables tables) {
        this.tables = tables;
        devices = new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), clock);
        calls = new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices());
    }

    @Override
    public DeviceStore devices() {
        return devices;
    }

    @Override
    public CallStore calls() {
        return calls;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }

    int registrations() {
        return registrations.get();
    }

    /** One of them; others may get in its way, so that it comes to nothing. */
    void move(RandomGenerator random) {
        try {
            switch (random.nextInt(14)) {
                case 0, 1, 2, 3, 4, 5 -> register(random);
                case 6, 7 -> someDevice(random).ifPresent(devices::delete);
                case 8, 9 -> someDevice(random).ifPresent(device -> devices.forgetToken(device, one(TOKENS, random)));
                case 10 -> call(random);
                case 11 -> someDevice(random).ifPresent(this::hangUp);
                case 12 -> clock.advance(Duration.ofDays(random.nextInt(MOST_DAYS)));
                default -> timeToLive(random);
            }
        } catch (ContendedException e) {
            // Nothing was changed.
        }
    }

    DeviceSnapshot snapshot() {
        return new DeviceSnapshot(
                tables.dynamoDb().scan(scan -> scan.tableName(tables.devices())).items(), devices, clock.instant());
    }

    private void register(RandomGenerator random) {
        String token = one(TOKENS, random);
        Optional<String> voipToken = Optional.of(one(TOKENS, random))
                .filter(other -> !other.equals(token))
                .filter(_ -> random.nextBoolean());
        Enrolment enrolment = new Enrolment(
                one(OWNERS, random),
                NotifyType.APNS,
                token,
                voipToken,
                Optional.of(one(INSTALLATIONS, random)).filter(_ -> random.nextBoolean()),
                Optional.of("ios"),
                Optional.empty(),
                clock.instant().plus(Enrolments.RETENTION));
        known.add(devices.register(enrolment, this::hangUp).device());
        registrations.incrementAndGet();
    }

    private void call(RandomGenerator random) {
        Optional<Device> caller = someDevice(random);
        Optional<Device> callee =
                someDevice(random).filter(device -> !caller.get().id().equals(device.id()));
        callee.ifPresent(device -> tryToReserve(newCall(caller.get(), device)));
    }

    private void hangUp(Device device) {
        found(device).flatMap(Device::callId).flatMap(calls::find).ifPresent(this::end);
    }

    /** DynamoDB removes what has expired when it likes, but not what has been renewed meanwhile. */
    private void timeToLive(RandomGenerator random) {
        for (var item :
                tables.dynamoDb().scan(scan -> scan.tableName(tables.devices())).items()) {
            if (DeviceSnapshot.isExpired(item, clock.instant()) && random.nextBoolean()) {
                expire(item.get("id"), item.get("expiresAt"));
            }
        }
    }

    private void expire(AttributeValue id, AttributeValue expiresAt) {
        try {
            tables.dynamoDb()
                    .deleteItem(delete -> delete.tableName(tables.devices())
                            .key(DeviceItem.key(id.s()))
                            .conditionExpression("expiresAt = :seen")
                            .expressionAttributeValues(Map.of(":seen", expiresAt)));
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            // Another time.
        }
    }

    private Optional<Device> someDevice(RandomGenerator random) {
        List<Device> all = List.copyOf(known);
        // Mostly one of those that registered last, which may be there still.
        int least = Math.max(0, all.size() - 8);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(least, all.size())));
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}

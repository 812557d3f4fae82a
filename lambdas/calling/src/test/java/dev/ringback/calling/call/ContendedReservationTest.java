package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A reservation that never gets through, because others keep writing the same items. */
@ExtendWith(LocalTables.class)
class ContendedReservationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final CallStore calls;
    private final CallStore contended;
    private final Device anna;
    private final Device bob;

    ContendedReservationTest(Tables tables) {
        var devices = new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock());
        anna = register(devices, "anna");
        bob = register(devices, "bob");
        calls = new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices());
        contended = new DynamoDbCallStore(withoutTransactions(tables.dynamoDb()), tables.calls(), tables.devices());
    }

    @Test
    void namesTheCallThatTheSameRequestHasMade() {
        NewCall first = newCall(pin());
        calls.reserve(first);

        assertThat(contended.reserve(newCall(pin())))
                .isEqualTo(new Reservation.AlreadyMade(first.call().id(), Optional.empty()));
    }

    @Test
    void namesWhatTheSameRequestWasAnswered() {
        NewCall first = newCall(pin());
        calls.reserve(first);
        calls.keepAnswer(pin().orElseThrow(), first.call().id(), "token", NOW);

        assertThat(contended.reserve(newCall(pin())))
                .isEqualTo(new Reservation.AlreadyMade(first.call().id(), Optional.of("token")));
    }

    @Test
    void isASuccessIfItsOwnWriteWasDone() {
        NewCall call = newCall(pin());
        calls.reserve(call);

        assertThat(contended.reserve(call)).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void doesNotNameACallThatMayBeReplaced() {
        NewCall failed = newCall(pin());
        calls.reserve(failed);

        assertThat(contended.reserve(
                        newCall(pin().map(pin -> pin.instead(failed.call().id())))))
                .isEqualTo(new Reservation.Contended());
    }

    @Test
    void doesNotNameACallOfMoreThanTenMinutesAgo() {
        calls.reserve(
                newCall(Optional.of(RequestPin.of("anna", anna.id(), "request-1", NOW.minus(Duration.ofMinutes(10))))));

        assertThat(contended.reserve(newCall(pin()))).isEqualTo(new Reservation.Contended());
    }

    @Test
    void isToBeTriedAgainWithoutARequestId() {
        calls.reserve(newCall(pin()));

        assertThat(contended.reserve(newCall(Optional.empty()))).isEqualTo(new Reservation.Contended());
    }

    private NewCall newCall(Optional<RequestPin> pin) {
        Parties parties = new Parties(anna.id(), "anna", bob.id());
        Call call = Call.begin(UUID.randomUUID().toString(), parties, NOW, NOW.plusSeconds(45), NOW.plusSeconds(30));
        return new NewCall(call, NOW.plus(Duration.ofDays(1)), pin, CallRate.of("anna", NOW, new CallLimits(1000)));
    }

    private Optional<RequestPin> pin() {
        return Optional.of(RequestPin.of("anna", anna.id(), "request-1", NOW));
    }

    private static Device register(DynamoDbDeviceStore devices, String owner) {
        return devices.register(Enrolments.of(owner, NotifyType.GCM, "token-of-" + owner), _ -> {})
                .device();
    }

    /** DynamoDB as it is to somebody whose transactions always meet another. */
    private static DynamoDbClient withoutTransactions(DynamoDbClient dynamoDb) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                ContendedReservationTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("transactWriteItems")) {
                        throw conflict();
                    }
                    try {
                        return method.invoke(dynamoDb, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static TransactionCanceledException conflict() {
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("TransactionConflict").build())
                .build();
    }
}

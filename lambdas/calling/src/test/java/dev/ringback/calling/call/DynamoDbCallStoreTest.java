package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalTables.class)
class DynamoDbCallStoreTest extends CallStoreContract {
    private final Tables tables;

    DynamoDbCallStoreTest(Tables tables) {
        super(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()));
        this.tables = tables;
    }

    @Test
    void doesNotLetATokensClaimBeACaller() {
        String claimId = tables.dynamoDb().scan(scan -> scan.tableName(tables.devices())).items().stream()
                .filter(item -> item.get("owner").s().equals("anna") && item.containsKey("clientId"))
                .map(item -> item.get("id").s())
                .findFirst()
                .orElseThrow();

        assertThat(calls.reserve(call(claimId, bob.id(), "anna"), NOW)).isEqualTo(new Reservation.CallerNotFound());
        assertThat(calls.reserve(call(bob.id(), claimId, "bob"), NOW)).isEqualTo(new Reservation.CalleeNotFound());
    }

    @Test
    void freesDevicesHeldByACallThatDoesNotExist() {
        Call lost = reserved(anna, bob);
        tables.dynamoDb().deleteItem(delete -> delete.tableName(tables.calls()).key(CallItem.key(lost.id())));

        assertThat(calls.reserve(call(bob, anna), NOW)).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void takesItsOwnReservationForSuccess() {
        Call call = reserved(anna, bob);

        assertThat(calls.reserve(call, NOW)).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void letsACallExpireAfterNinetyDays() {
        Call call = reserved(anna, bob);

        assertThat(tables.dynamoDb()
                        .getItem(get -> get.tableName(tables.calls()).key(CallItem.key(call.id())))
                        .item())
                .containsEntry(
                        "expiresAt",
                        AttributeValue.fromN(
                                Long.toString(NOW.plus(Duration.ofDays(90)).getEpochSecond())));
    }
}

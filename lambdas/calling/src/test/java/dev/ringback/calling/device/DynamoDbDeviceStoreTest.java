package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalTables.class)
class DynamoDbDeviceStoreTest extends DeviceStoreContract {
    private final Tables tables;

    DynamoDbDeviceStoreTest(Tables tables) {
        FixedClock clock = new FixedClock();
        super(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), clock),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                clock);
        this.tables = tables;
    }

    @Test
    void doesNotTakeATokensClaimForADevice() {
        register("anna", "token");

        assertThat(devices.find(claimId())).isEmpty();
    }

    @Test
    void givesAnOrphanedClaimANewDevice() {
        Device device = register("anna", "token");
        tables.dynamoDb()
                .deleteItem(delete -> delete.tableName(tables.devices()).key(DeviceItem.key(device.id())));

        Device again = register("anna", "token");

        assertThat(devices.find(again.id())).isPresent();
    }

    @Test
    void keepsTheTimeOfTheFirstRegistration() {
        Device device = register("anna", "token");
        clock.advance(Duration.ofSeconds(60));
        register("anna", "token");

        var item = tables.dynamoDb()
                .getItem(get -> get.tableName(tables.devices()).key(DeviceItem.key(device.id())))
                .item();
        assertThat(item.get("createdAt").n()).isEqualTo(Long.toString(NOW.toEpochMilli()));
        assertThat(item.get("updatedAt").n())
                .isEqualTo(Long.toString(NOW.plusSeconds(60).toEpochMilli()));
    }

    @Test
    void registersADeviceOfBeforeThereWereVersionsAndExpiry() {
        storeAsBefore("old");

        Device again = register("anna", "token");

        assertThat(again.id()).isEqualTo("old");
        assertThat(devices.ofOwner("anna")).containsExactly(again);
    }

    @Test
    void deletesADeviceOfBeforeThereWereVersionsAndExpiry() {
        storeAsBefore("old");

        assertThat(devices.delete(devices.find("old").orElseThrow())).isTrue();
        assertThat(tables.dynamoDb()
                        .scan(scan -> scan.tableName(tables.devices()))
                        .items())
                .isEmpty();
    }

    @Test
    void storesNoTokenInAKey() {
        register(Enrolments.iPhone("anna", "alert", "voip", "phone"));

        assertThat(tables.dynamoDb()
                        .scan(scan -> scan.tableName(tables.devices()))
                        .items())
                .hasSize(4)
                .extracting(item -> item.get("id").s())
                .noneMatch(id -> id.contains("alert") || id.contains("voip") || id.contains("phone"));
    }

    private void storeAsBefore(String id) {
        put(Map.of(
                "id", text(id),
                "owner", text("anna"),
                "notifyType", text("GCM"),
                "deviceToken", text("token")));
        put(Map.of("id", text(claimId()), "clientId", text(id), "owner", text("anna")));
    }

    private void put(Map<String, AttributeValue> item) {
        tables.dynamoDb().putItem(put -> put.tableName(tables.devices()).item(item));
    }

    private String claimId() {
        return ClaimItem.token("token");
    }
}

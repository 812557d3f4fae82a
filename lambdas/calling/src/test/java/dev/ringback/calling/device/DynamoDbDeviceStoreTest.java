package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

    private String claimId() {
        return ClaimItem.token("token");
    }
}

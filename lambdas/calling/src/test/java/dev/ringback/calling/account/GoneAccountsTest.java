package dev.ringback.calling.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.block.DynamoDbBlockStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a token can still do whose account is gone. */
@ExtendWith(LocalTables.class)
class GoneAccountsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Tables tables;
    private final GoneAccounts gone;
    private final DeviceStore devices;
    private final BlockStore blocks;

    GoneAccountsTest(Tables tables) {
        this.tables = tables;
        gone = new DynamoDbGoneAccounts(tables.dynamoDb(), tables.devices());
        devices = new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock());
        blocks = new DynamoDbBlockStore(tables.dynamoDb(), tables.devices());
    }

    @Test
    void registersNothing() {
        gone.bury("anna", NOW);

        assertThatExceptionOfType(AccountGoneException.class).isThrownBy(() -> register("anna"));
        assertThat(devices.allOf("anna")).isEmpty();
    }

    @Test
    void registersForOthers() {
        gone.bury("anna", NOW);

        assertThatNoException().isThrownBy(() -> register("bob"));
    }

    @Test
    void takesNobodysDeviceEither() {
        register("bob");
        gone.bury("anna", NOW);

        assertThatExceptionOfType(AccountGoneException.class).isThrownBy(() -> register("anna"));
        assertThat(devices.allOf("bob")).hasSize(1);
    }

    @Test
    void blocksNobody() {
        gone.bury("anna", NOW);

        assertThatExceptionOfType(AccountGoneException.class)
                .isThrownBy(() -> blocks.block("anna", "bob", new Blocked("phone", NOW)));
    }

    @Test
    void isGoneSinceTheFirstRequest() {
        assertThat(gone.bury("anna", NOW)).isEqualTo(NOW);
        assertThat(gone.bury("anna", NOW.plusSeconds(5))).isEqualTo(NOW);
    }

    @Test
    void keepsNoSub() {
        gone.bury("sub-of-anna", NOW);

        assertThat(tables.dynamoDb()
                        .scan(scan -> scan.tableName(tables.devices()))
                        .items()
                        .toString())
                .doesNotContain("sub-of-anna");
    }

    private void register(String owner) {
        devices.register(Enrolments.of(owner, NotifyType.GCM, "token"), _ -> {});
    }
}

package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.secret.BandwidthSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the real tables. */
@ExtendWith(LocalTables.class)
class PrimingTest {
    private final LocalTables.Tables tables;
    private final FunctionUnderTest function;

    PrimingTest(LocalTables.Tables tables) {
        this.tables = tables;
        function = new FunctionUnderTest(new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls())));
    }

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void succeedsInEveryStep() {
        function.prime();
        assertThat(function.log()).contains("\"event\":\"primed\",\"failed\":\"{}\",\"steps\":4");
    }

    @Test
    void writesNothing() {
        function.prime();
        assertThat(itemsIn(tables.devices()) + itemsIn(tables.calls())).isZero();
    }

    @Test
    void deletesNothingAtBandwidth() {
        function.prime();
        assertThat(function.bandwidth.seen()).noneMatch(seen -> seen.operation().startsWith("delete"));
    }

    @Test
    void countsAsNoTraffic() {
        function.prime();
        assertThat(function.log()).hasLineCount(1);
    }

    @Test
    void keepsNoCredentials() {
        function.prime();
        assertThat(function.secret.forgotten()).isEqualTo(1);
    }

    @Test
    void survivesAnEmptySecret() {
        function.secret.replaceBy(new BandwidthSecret.Reading.Unusable("the Bandwidth secret is empty"));
        function.prime();
        assertThat(function.log()).contains("\"failed\":\"{}\"");
    }

    private int itemsIn(String table) {
        return tables.dynamoDb().scan(scan -> scan.tableName(table)).count();
    }
}

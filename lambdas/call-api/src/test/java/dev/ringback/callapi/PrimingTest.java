package dev.ringback.callapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.secret.BandwidthSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

@ExtendWith(LocalTables.class)
class PrimingTest {
    private final LocalTables.Tables tables;
    private final FunctionUnderTest function;

    PrimingTest(LocalTables.Tables tables) {
        this.tables = tables;
        DynamoDbClient dynamoDb = tables.dynamoDb();
        function = new FunctionUnderTest(
                new DynamoDbDeviceStore(dynamoDb, tables.devices(), new FixedClock()),
                new DynamoDbCallStore(dynamoDb, tables.calls(), tables.devices()),
                new DynamoDbCallHistory(dynamoDb, tables.calls()));
    }

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void succeedsInEveryStep() {
        function.prime();
        assertThat(function.log()).contains("\"event\":\"primed\",\"failed\":\"{}\",\"steps\":8");
    }

    @Test
    void writesNothing() {
        function.prime();
        assertThat(itemsIn(tables.devices()) + itemsIn(tables.calls())).isZero();
    }

    @Test
    void makesNothingAtBandwidth() {
        function.prime();
        assertThat(function.bandwidth.left()).isEmpty();
        assertThat(function.bandwidth.seen()).noneMatch(seen -> seen.operation().startsWith("create"));
    }

    @Test
    void ringsNobody() {
        function.prime();
        assertThat(function.lambda.requests)
                .extracting(InvokeRequest::invocationType)
                .containsOnly(InvocationType.DRY_RUN);
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
        long tokens = tokensAskedFor();
        function.prime();
        assertThat(tokensAskedFor()).isEqualTo(tokens + 1);
    }

    @Test
    void survivesAnEmptySecret() {
        function.secret.replaceBy(new BandwidthSecret.Reading.Unusable("the Bandwidth secret is empty"));
        function.prime();
        assertThat(function.log()).contains("\"failed\":\"{}\"");
        assertThat(function.bandwidth.seen()).isEmpty();
    }

    @Test
    void survivesAPushFunctionThatIsNotThere() {
        function.lambda.status = () -> {
            throw new IllegalStateException("not found");
        };
        function.prime();
        assertThat(function.log()).contains("push function=java.lang.IllegalStateException");
    }

    private long tokensAskedFor() {
        return function.bandwidth.seen().stream()
                .filter(seen -> seen.operation().equals("getToken"))
                .count();
    }

    private int itemsIn(String table) {
        return tables.dynamoDb().scan(scan -> scan.tableName(table)).count();
    }
}

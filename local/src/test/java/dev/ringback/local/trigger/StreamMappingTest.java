package dev.ringback.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.dynamodb.DynamoDbServer;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.stack.StackFailure;
import dev.ringback.local.state.DiskFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class StreamMappingTest {
    private static final String BEGIN = ",\"StartingPosition\":\"TRIM_HORIZON\"";
    private static final String REPORTS = BEGIN + ",\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]";
    private static final String IDS = "/dynamodb/Keys/id/S";

    private static DynamoDbServer server;

    private final FakeFunction function = new FakeFunction();
    private TriggerBench bench;
    private String table;
    private String stream;

    /** May do some things with one stream, and list all of them or only that. */
    private record Reader(Set<String> actions, String stream, String lists) implements Principal {
        @Override
        public String name() {
            return "role";
        }

        @Override
        public boolean allows(String action, String resourceArn) {
            return action.equals("dynamodb:ListStreams")
                    ? resourceArn.equals(lists)
                    : actions.contains(action) && resourceArn.equals(stream);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = DynamoDbServer.start(Optional.empty());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void createTable(TestInfo test) {
        bench = new TriggerBench(server);
        table = test.getTestMethod().orElseThrow().getName();
        stream = bench.table(table);
    }

    @AfterEach
    void stopPolling() {
        bench.close();
    }

    @Test
    void handsAChangeOverAsLambdaDoes() throws Exception {
        bench.connect(stream, function, BEGIN);
        bench.put(table, "1", "RINGING");
        bench.put(table, "1", "ENDED");

        function.awaitEvents(1);
        JsonNode inserted = function.events().getFirst().path("Records").path(0);
        assertThat(inserted.path("eventID").asText()).matches("[0-9a-f]{32}");
        assertThat(inserted.path("eventName").asText()).isEqualTo("INSERT");
        assertThat(inserted.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(inserted.path("eventSourceARN").asText()).isEqualTo(stream);
        assertThat(inserted.path("awsRegion").asText()).isEqualTo("us-east-1");
        assertThat(inserted.path("eventVersion").asText()).isEqualTo("1.1");
        JsonNode change = inserted.path("dynamodb");
        assertThat(Instant.ofEpochSecond(
                        change.path("ApproximateCreationDateTime").longValue()))
                .isBetween(Instant.now().minusSeconds(20), Instant.now());
        assertThat(change.path("Keys").toString()).isEqualTo("{\"id\":{\"S\":\"1\"}}");
        assertThat(change.path("NewImage").path("state").path("S").asText()).isEqualTo("RINGING");
        assertThat(change.has("OldImage")).isFalse();
        assertThat(change.path("SequenceNumber").asText()).matches("\\d{21,40}");
        assertThat(change.path("SizeBytes").asInt()).isPositive();
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    }

    @Test
    void namesTheStreamAfterTheAccountAndItsRegion() {
        assertThat(stream).startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/" + table + "/stream/20");
    }

    @Test
    void handsOverWhatWasWrittenBeforeTheMapping() throws Exception {
        bench.put(table, "early", "RINGING");
        bench.connect(stream, function, BEGIN);

        function.awaitEvents(1);
        assertThat(function.items(IDS)).containsExactly(List.of("early"));
    }

    @Test
    void beginsWithWhatIsWrittenAfterTheMappingWhereWanted() throws Exception {
        bench.put(table, "early", "RINGING");
        bench.connect(stream, function, ",\"StartingPosition\":\"LATEST\"");
        bench.put(table, "late", "RINGING");

        function.awaitEvents(1);
        assertThat(function.items(IDS)).containsExactly(List.of("late"));
    }

    @Test
    void handsAChangeOverAtOnce() throws Exception {
        bench.connect(stream, function, BEGIN);
        bench.put(table, "warm", "RINGING");
        function.awaitEvents(1);

        long start = System.nanoTime();
        bench.put(table, "timed", "RINGING");
        function.awaitEvents(2);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void handsOverOnlyWhatTheFunctionWants() throws Exception {
        bench.connect(
                stream,
                function,
                BEGIN + ",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":\"{\\\"dynamodb\\\":{\\\"NewImage\\\":"
                        + "{\\\"state\\\":{\\\"S\\\":[\\\"ENDED\\\"]}}}}\"}]}");
        bench.put(table, "1", "RINGING");
        bench.put(table, "1", "ENDED");

        function.awaitEvents(1);
        assertThat(function.items("/dynamodb/NewImage/state/S")).containsExactly(List.of("ENDED"));
    }

    @Test
    void triesAgainFromTheRecordThatFailed() throws Exception {
        bench.put(table, "one", "RINGING");
        bench.put(table, "two", "RINGING");
        bench.put(table, "three", "RINGING");
        function.failingItem(1);
        bench.connect(stream, function, REPORTS);

        function.awaitEvents(2);
        assertThat(function.items(IDS)).containsExactly(List.of("one", "two", "three"), List.of("two", "three"));
    }

    @Test
    void handsOutNoMoreThanABatchAtATime() throws Exception {
        bench.put(table, "one", "RINGING");
        bench.put(table, "two", "RINGING");
        bench.put(table, "three", "RINGING");
        bench.connect(stream, function, BEGIN + ",\"BatchSize\":2");

        function.awaitEvents(2);
        assertThat(function.items(IDS)).containsExactly(List.of("one", "two"), List.of("three"));
    }

    @Test
    void waitsForMoreAsLongAsItsWindowIsOpen() throws Exception {
        bench.connect(stream, function, BEGIN + ",\"MaximumBatchingWindowInSeconds\":1");
        bench.put(table, "one", "RINGING");
        bench.put(table, "two", "RINGING");

        function.awaitEvents(1);
        assertThat(function.items(IDS)).containsExactly(List.of("one", "two"));
    }

    @Test
    void tellsTheQueueForFailuresWhatIsGivenUp() throws Exception {
        String failures = bench.queue("failures", "");
        bench.put(table, "poison", "RINGING");
        function.failing(2);
        bench.connect(
                stream,
                function,
                BEGIN + ",\"MaximumRetryAttempts\":1,\"DestinationConfig\":{\"OnFailure\":{\"Destination\":\""
                        + failures + "\"}}");

        JsonNode told = bench.receive("failures");
        JsonNode info = told.path("DDBStreamBatchInfo");
        assertThat(told.path("requestContext").path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(told.path("requestContext").path("functionArn").asText()).isEqualTo(FakeFunction.ARN);
        assertThat(info.path("shardId").asText()).startsWith("shardId-");
        assertThat(info.path("batchSize").asInt()).isEqualTo(1);
        assertThat(info.path("streamArn").asText()).isEqualTo(stream);
    }

    @Test
    void goesOnWhereItStoppedWithKeptTables(@TempDir Path folder) throws Exception {
        try (DiskFolder state = new DiskFolder(folder);
                TriggerBench first = new TriggerBench(server, state)) {
            first.connect(stream, function, BEGIN);
            first.put(table, "before", "RINGING");
            function.awaitEvents(1);
        }
        bench.put(table, "between", "RINGING");

        try (DiskFolder state = new DiskFolder(folder);
                TriggerBench second = new TriggerBench(server, state)) {
            second.connect(stream, function, BEGIN);
            function.awaitEvents(2);
        }
        assertThat(function.items(IDS)).containsExactly(List.of("before"), List.of("between"));
    }

    @Test
    void readsWithNothingButThePermissionsItAsksFor() throws Exception {
        FakeFunction modest = new FakeFunction(new Reader(all(), stream, "*"));
        bench.connect(stream, modest, BEGIN);
        bench.put(table, "1", "RINGING");

        assertThat(modest.awaitEvents(1)).hasSize(1);
    }

    @Test
    void takesAPermissionToListThatNamesTheStream() throws Exception {
        FakeFunction modest = new FakeFunction(new Reader(all(), stream, stream));
        bench.connect(stream, modest, BEGIN);
        bench.put(table, "1", "RINGING");

        assertThat(modest.awaitEvents(1)).hasSize(1);
    }

    @Test
    void refusesARoleThatMayNotReadTheStream() {
        Principal role = new Reader(Set.of("dynamodb:GetShardIterator", "dynamodb:DescribeStream"), stream, "*");

        assertThatThrownBy(() -> bench.connect(stream, new FakeFunction(role), BEGIN))
                .isInstanceOf(StackFailure.class)
                .hasMessage("Cannot access stream " + stream + ". Please ensure the role can perform the GetRecords,"
                        + " GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.");
    }

    @Test
    void refusesARoleThatMayNotListStreams() {
        assertThatThrownBy(() -> bench.connect(stream, new FakeFunction(new Reader(all(), stream, "")), BEGIN))
                .hasMessageStartingWith("Cannot access stream " + stream);
    }

    @Test
    void refusesAMappingThatDoesNotSayWhereToBegin() {
        assertThatThrownBy(() -> bench.connect(stream, function, ""))
                .hasMessage("StartingPosition is neither TRIM_HORIZON nor LATEST.");
    }

    @Test
    void refusesTumblingWindows() {
        assertThatThrownBy(() -> bench.connect(stream, function, BEGIN + ",\"TumblingWindowInSeconds\":5"))
                .hasMessageContaining("does not know the property TumblingWindowInSeconds");
    }

    @Test
    void refusesAnotherKindOfSource() {
        assertThatThrownBy(() -> bench.connect("arn:aws:kinesis:us-east-1:000000000000:stream/x", function, BEGIN))
                .hasMessageContaining("tables' streams and queues as event sources only");
    }

    private static Set<String> all() {
        return Set.of("dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream");
    }
}

package dev.ringback.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.dynamodb.DynamoDbServer;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueMappingTest {
    private static final String REPORTS = ",\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]";
    private static final String WINDOW = ",\"MaximumBatchingWindowInSeconds\":1";

    private static DynamoDbServer server;

    private final FakeFunction function = new FakeFunction();
    private TriggerBench bench;
    private String queue;

    /** May do everything but one thing. */
    private record AllBut(String action) implements Principal {
        @Override
        public String name() {
            return "role";
        }

        @Override
        public boolean allows(String asked, String resourceArn) {
            return !asked.equals(action);
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
    void createQueue() {
        bench = new TriggerBench(server);
        queue = bench.queue("jobs", ",\"VisibilityTimeout\":1");
    }

    @AfterEach
    void stopPolling() {
        bench.close();
    }

    @Test
    void handsAMessageOverAsLambdaDoes() throws Exception {
        bench.connect(queue, function, "");
        bench.sqs(
                "SendMessage",
                "jobs",
                ",\"MessageBody\":\"hello\",\"MessageAttributes\":{\"kind\":{\"DataType\":\"String\",\"StringValue\":\"a\"}}");

        JsonNode item = function.awaitEvents(1).getFirst().path("Records").path(0);
        assertThat(item.path("messageId").asText()).matches("[0-9a-f-]{36}");
        assertThat(item.path("receiptHandle").asText()).isNotEmpty();
        assertThat(item.path("body").asText()).isEqualTo("hello");
        assertThat(item.path("attributes").path("ApproximateReceiveCount").asText())
                .isEqualTo("1");
        assertThat(item.path("attributes").path("SentTimestamp").asText()).matches("\\d{13}");
        assertThat(item.path("messageAttributes").toString())
                .isEqualTo("{\"kind\":{\"stringValue\":\"a\",\"stringListValues\":[],\"binaryListValues\":[],"
                        + "\"dataType\":\"String\"}}");
        assertThat(item.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(item.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(item.path("eventSourceARN").asText()).isEqualTo(queue);
        assertThat(item.path("awsRegion").asText()).isEqualTo("us-east-1");
    }

    @Test
    void deletesWhatTheFunctionHandled() throws Exception {
        bench.connect(queue, function, "");
        bench.send("jobs", "x");
        function.awaitEvents(1);

        awaitMessages("jobs", 0);
    }

    @Test
    void bringsAFailedMessageAgainWhenItsVisibilityTimeoutIsOver() throws Exception {
        function.failing(1);
        bench.connect(queue, function, "");
        bench.send("jobs", "x");

        function.awaitEvents(2);
        assertThat(function.items("/attributes/ApproximateReceiveCount")).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void bringsOnlyTheFailedMessageOfABatchAgain() throws Exception {
        function.failingItem(1);
        bench.send("jobs", "one");
        bench.send("jobs", "two");
        bench.send("jobs", "three");
        bench.connect(queue, function, REPORTS);

        function.awaitEvents(2);
        assertThat(function.items("/body")).containsExactly(List.of("one", "two", "three"), List.of("two"));
        awaitMessages("jobs", 0);
    }

    @Test
    void bringsAllOfABatchAgainAfterAnAnswerItDoesNotUnderstand() throws Exception {
        function.answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}");
        bench.send("jobs", "one");
        bench.send("jobs", "two");
        bench.connect(queue, function, REPORTS);

        function.awaitEvents(2);
        assertThat(function.items("/body")).containsExactly(List.of("one", "two"), List.of("one", "two"));
    }

    @Test
    void doesNotAskAFunctionWhichMessagesFailedThatReportsNone() throws Exception {
        function.failingItem(0);
        bench.connect(queue, function, "");
        bench.send("jobs", "x");
        function.awaitEvents(1);

        awaitMessages("jobs", 0);
    }

    @Test
    void leavesAMessageToTheDeadLettersThatKeepsFailing() throws Exception {
        String dead = bench.queue("dead", "");
        queue = bench.queue(
                "jobs",
                ",\"VisibilityTimeout\":1,\"RedrivePolicy\":{\"maxReceiveCount\":1,\"deadLetterTargetArn\":\"" + dead
                        + "\"}");
        function.failing(1);
        bench.connect(queue, function, "");
        bench.send("jobs", "{\"poison\":true}");

        assertThat(bench.receive("dead").path("poison").asBoolean()).isTrue();
        assertThat(function.events()).hasSize(1);
    }

    @Test
    void throwsAwayWhatTheFunctionDoesNotWant() throws Exception {
        bench.send("jobs", "{\"kind\":\"dull\"}");
        bench.send("jobs", "plain text");
        bench.send("jobs", "{\"kind\":\"keen\"}");
        bench.connect(
                queue,
                function,
                ",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":\"{\\\"body\\\":{\\\"kind\\\":[\\\"keen\\\"]}}\"}]}");

        function.awaitEvents(1);
        assertThat(function.items("/body")).containsExactly(List.of("{\"kind\":\"keen\"}"));
        awaitMessages("jobs", 0);
    }

    @Test
    void waitsForMoreAsLongAsItsWindowIsOpen() throws Exception {
        bench.connect(bench.queue("patient", ""), function, WINDOW);
        bench.send("patient", "one");
        bench.send("patient", "two");

        function.awaitEvents(1);
        assertThat(function.items("/body")).containsExactly(List.of("one", "two"));
    }

    @Test
    void handsOutNoMoreThanABatchAtATime() throws Exception {
        bench.send("jobs", "one");
        bench.send("jobs", "two");
        bench.connect(queue, function, ",\"BatchSize\":1");

        function.awaitEvents(2);
        assertThat(function.items("/body"))
                .allSatisfy(batch -> assertThat(batch).hasSize(1));
    }

    @Test
    void handsADelayedMessageOverWhenItsTimeHasCome() throws Exception {
        bench.connect(queue, function, "");
        long sent = System.nanoTime();
        bench.sqs("SendMessage", "jobs", ",\"MessageBody\":\"later\",\"DelaySeconds\":1");

        function.awaitEvents(1);
        assertThat(Duration.ofNanos(System.nanoTime() - sent))
                .isBetween(Duration.ofMillis(900), Duration.ofMillis(1900));
    }

    @Test
    void doesNotPollForAMappingThatIsNotEnabled() throws Exception {
        bench.connect(queue, function, ",\"Enabled\":false");
        bench.send("jobs", "x");

        assertThat(bench.sqs("ReceiveMessage", "jobs", "").path("Messages")).hasSize(1);
    }

    @Test
    void refusesARoleThatMayNotReceive() {
        assertThatThrownBy(() -> bench.connect(queue, new FakeFunction(new AllBut("sqs:ReceiveMessage")), ""))
                .isInstanceOf(StackFailure.class)
                .hasMessage("The provided execution role does not have permissions to call ReceiveMessage on SQS");
    }

    @Test
    void refusesARoleThatMayNotDelete() {
        assertThatThrownBy(() -> bench.connect(queue, new FakeFunction(new AllBut("sqs:DeleteMessage")), ""))
                .hasMessage("The provided execution role does not have permissions to call DeleteMessage on SQS");
    }

    @Test
    void refusesAVisibilityTimeoutShorterThanTheFunctionMayTake() {
        String hasty = bench.queue("hasty", ",\"VisibilityTimeout\":0");

        assertThatThrownBy(() -> bench.connect(hasty, function, ""))
                .hasMessage("Queue visibility timeout: 0 seconds is less than Function timeout: 1 seconds");
    }

    @Test
    void refusesALargeBatchWithoutAWindow() {
        assertThatThrownBy(() -> bench.connect(queue, function, ",\"BatchSize\":11"))
                .hasMessageStartingWith("Maximum batch window in seconds must be greater than 0");
    }

    @Test
    void refusesWhatOnlyMappingsOfStreamsHave() {
        assertThatThrownBy(() -> bench.connect(queue, function, ",\"StartingPosition\":\"LATEST\""))
                .hasMessage("The local runtime does not know the property StartingPosition of event source mappings of"
                        + " this kind.");
    }

    @Test
    void refusesAQueueThatDoesNotExist() {
        assertThatThrownBy(() -> bench.connect("arn:aws:sqs:us-east-1:000000000000:other", function, ""))
                .hasMessage("There is no queue arn:aws:sqs:us-east-1:000000000000:other.");
    }

    private void awaitMessages(String name, int count) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (bench.messages(name) != count && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(bench.messages(name)).isEqualTo(count);
    }
}

package dev.ringback.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.sqs.Queue;
import dev.ringback.local.sqs.QueueProvider;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.sqs.SqsService;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamDeliveryTest {
    private static final String STREAM = "arn:aws:dynamodb:us-east-1:000000000000:table/Calls/stream/x";
    private static final String NUMBERS = "/dynamodb/SequenceNumber";
    private static final int ENDLESS = -1;
    private static final boolean IN_HALVES = true;
    private static final boolean WHOLE = false;
    private static final boolean REPORTING = true;
    private static final boolean SILENT = false;

    private final FakeFunction function = new FakeFunction();
    private final AdjustableClock clock = new AdjustableClock();
    private final Queues queues = new Queues();
    private final List<String> console = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void createQueue() throws Exception {
        new QueueProvider(queues, Account.DEFAULT, "http://x", clock)
                .create(new ResourceDeclaration(
                        "stack", "Failures", "AWS::SQS::Queue", json.readTree("{\"QueueName\":\"failures\"}"), "a"));
    }

    @Test
    void triesAFailedBatchAgainBeforeItGoesOn() throws Exception {
        function.failing(2);

        deliver(ENDLESS, WHOLE, SILENT, "1", "2");

        assertThat(function.items(NUMBERS)).containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("1", "2"));
    }

    @Test
    void givesABatchUpAfterItsLastAttempt() throws Exception {
        function.failing(5);

        deliver(2, WHOLE, SILENT, "1", "2");

        assertThat(function.events()).hasSize(3);
        assertThat(console).contains("keeper | 2 records of " + STREAM + " are given up: RetryAttemptsExhausted.");
    }

    @Test
    void triesOnceWhereNoRetryIsWanted() throws Exception {
        function.failing(5);

        deliver(0, WHOLE, SILENT, "1");

        assertThat(function.events()).hasSize(1);
    }

    @Test
    void triesAgainFromTheFirstRecordReported() throws Exception {
        function.failingItem(1).failingItem(1);

        deliver(ENDLESS, WHOLE, REPORTING, "1", "2", "3");

        assertThat(function.items(NUMBERS)).containsExactly(List.of("1", "2", "3"), List.of("2", "3"), List.of("3"));
    }

    @Test
    void triesAllAgainAfterAReportThatItDoesNotUnderstand() throws Exception {
        function.answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}");

        deliver(ENDLESS, WHOLE, REPORTING, "1", "2");

        assertThat(function.items(NUMBERS)).containsExactly(List.of("1", "2"), List.of("1", "2"));
    }

    @Test
    void findsThePoisonousRecordByHalvesAndKeepsTheOrder() throws Exception {
        function.failing(1).answering("{}").failing(2);

        deliver(0, IN_HALVES, SILENT, "1", "2", "3", "4");

        assertThat(function.items(NUMBERS))
                .containsExactly(
                        List.of("1", "2", "3", "4"), List.of("1", "2"), List.of("3", "4"), List.of("3"), List.of("4"));
        assertThat(failure()
                        .path("DDBStreamBatchInfo")
                        .path("startSequenceNumber")
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void countsAThrottledAttemptForNothing() throws Exception {
        function.throttled().failing(1);

        deliver(1, WHOLE, SILENT, "1");

        assertThat(function.events()).hasSize(3);
    }

    @Test
    void passesOverRecordsThatAreTooOld() throws Exception {
        StreamBatch batch = batch("1", "2");
        clock.advance(Duration.ofSeconds(61));

        delivery(new StreamSettings(ENDLESS, Duration.ofSeconds(60), WHOLE, SILENT, queue()))
                .deliver(new StreamBatch(List.of(batch.records().getFirst(), record("3")), 0));

        assertThat(function.items(NUMBERS)).containsExactly(List.of("3"));
        JsonNode failure = failure();
        assertThat(failure.path("requestContext").path("condition").asText()).isEqualTo("RecordAgeExceeded");
        assertThat(failure.has("responseContext")).isFalse();
    }

    @Test
    void tellsTheQueueWhereGivenUpRecordsAre() throws Exception {
        function.failing(2);
        Instant arrival = clock.instant();

        deliver(1, WHOLE, SILENT, "1", "2");

        JsonNode failure = failure();
        assertThat(failure.path("version").asText()).isEqualTo("1.0");
        assertThat(failure.path("timestamp").asText()).isEqualTo(clock.instant().toString());
        JsonNode request = failure.path("requestContext");
        assertThat(request.path("requestId").asText()).matches("[0-9a-f-]{36}");
        assertThat(request.path("functionArn").asText()).isEqualTo(FakeFunction.ARN);
        assertThat(request.path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(request.path("approximateInvokeCount").asInt()).isEqualTo(2);
        assertThat(failure.path("responseContext").toString())
                .isEqualTo("{\"statusCode\":200,\"executedVersion\":\"1\",\"functionError\":\"Unhandled\"}");
        assertThat(failure.path("DDBStreamBatchInfo").toString())
                .isEqualTo("{\"shardId\":\"shard\",\"startSequenceNumber\":\"1\",\"endSequenceNumber\":\"2\","
                        + "\"approximateArrivalOfFirstRecord\":\"" + arrival
                        + "\",\"approximateArrivalOfLastRecord\":\"" + arrival + "\",\"batchSize\":2,\"streamArn\":\""
                        + STREAM + "\"}");
    }

    @Test
    void invokesNothingForNoRecords() throws Exception {
        deliver(ENDLESS, WHOLE, SILENT);

        assertThat(function.events()).isEmpty();
    }

    private void deliver(int retries, boolean halves, boolean reports, String... numbers) throws Exception {
        delivery(new StreamSettings(retries, Duration.ofHours(24), halves, reports, queue()))
                .deliver(batch(numbers));
    }

    private StreamDelivery delivery(StreamSettings settings) {
        Discarded discarded = new Discarded(function, STREAM, queues, settings.onFailure(), clock, console::add);
        return new StreamDelivery(function, settings, discarded, failures -> Duration.ZERO, clock, console::add);
    }

    private Optional<Queue> queue() {
        return queues.withArn("arn:aws:sqs:us-east-1:000000000000:failures");
    }

    private StreamBatch batch(String... numbers) {
        return new StreamBatch(List.of(numbers).stream().map(this::record).toList(), 0);
    }

    private StreamRecord record(String number) {
        var event = JsonNodeFactory.instance.objectNode();
        event.putObject("dynamodb").put("SequenceNumber", number);
        return new StreamRecord("shard", number, clock.instant(), event);
    }

    private JsonNode failure() throws Exception {
        String request = "{\"QueueUrl\":\"http://x/1/failures\"}";
        var answer = new SqsService(queues, "http://x/1/")
                .answer(new AwsCall("ReceiveMessage", Requests.of("POST", "/", request), TestPrincipal.ANYONE));
        return json.readTree(json.readTree(answer.body())
                .path("Messages")
                .path(0)
                .path("Body")
                .asText());
    }
}

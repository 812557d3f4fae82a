package dev.ringback.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqsServiceTest {
    private static final String URL = "http://127.0.0.1:1/000000000000/jobs";
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:jobs";

    private final ObjectMapper json = new ObjectMapper();
    private final AdjustableClock clock = new AdjustableClock();
    private final Queues queues = new Queues();
    private final QueueProvider provider = new QueueProvider(queues, Account.DEFAULT, "http://127.0.0.1:1", clock);
    private final SqsService service = new SqsService(queues, "http://127.0.0.1:1/000000000000/");

    @BeforeEach
    void createQueue() throws Exception {
        create("AWS::SQS::Queue", "{\"QueueName\": \"jobs\", \"VisibilityTimeout\": 10}");
    }

    @Test
    void deliversAMessageUntilItIsDeleted() throws Exception {
        call("SendMessage", "\"MessageBody\":\"hello\"");

        JsonNode message = receive().path(0);
        assertThat(message.path("Body").asText()).isEqualTo("hello");
        assertThat(message.path("MD5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(receive()).isEmpty();

        clock.advance(Duration.ofSeconds(10));
        JsonNode again = receive().path(0);
        assertThat(again.path("Attributes").path("ApproximateReceiveCount").asText())
                .isEqualTo("2");

        call("DeleteMessage", "\"ReceiptHandle\":" + again.path("ReceiptHandle"));
        clock.advance(Duration.ofSeconds(10));
        assertThat(receive()).isEmpty();
    }

    @Test
    void holdsADelayedMessageBack() throws Exception {
        call("SendMessage", "\"MessageBody\":\"later\",\"DelaySeconds\":45");

        assertThat(receive()).isEmpty();
        assertThat(call("GetQueueAttributes", "\"AttributeNames\":[\"All\"]")
                        .path("Attributes")
                        .path("ApproximateNumberOfMessagesDelayed")
                        .asText())
                .isEqualTo("1");

        clock.advance(Duration.ofSeconds(45));
        assertThat(receive().path(0).path("Body").asText()).isEqualTo("later");
    }

    @Test
    void refusesALongerDelayThanSqsHas() {
        assertThatThrownBy(() -> call("SendMessage", "\"MessageBody\":\"x\",\"DelaySeconds\":901"))
                .hasMessageContaining("Value 901 for parameter DelaySeconds is invalid");
    }

    @Test
    void givesTheUrlOfAQueue() throws Exception {
        assertThat(call("GetQueueUrl", "\"QueueName\":\"jobs\"")
                        .path("QueueUrl")
                        .asText())
                .isEqualTo(URL);
    }

    @Test
    void doesNotKnowOtherQueues() {
        assertThatThrownBy(() -> answer(
                        "SendMessage",
                        "{\"QueueUrl\":\"http://x/1/other\",\"MessageBody\":\"x\"}",
                        TestPrincipal.ANYONE))
                .hasMessage("The specified queue does not exist.");
    }

    @Test
    void refusesWhoMayOnlySend() throws Exception {
        Principal sender = new TestPrincipal("sqs:SendMessage", ARN);

        answer("SendMessage", "{\"QueueUrl\":\"" + URL + "\",\"MessageBody\":\"x\"}", sender);

        assertThatThrownBy(() -> answer("ReceiveMessage", "{\"QueueUrl\":\"" + URL + "\"}", sender))
                .hasMessageContaining("sqs:ReceiveMessage on resource: " + ARN);
    }

    @Test
    void letsThroughWhatAPolicyOnTheQueueRefusesOnlyInTheClear() throws Exception {
        restrict("\"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"false\"}}");

        call("SendMessage", "\"MessageBody\":\"x\"");

        assertThat(receive()).hasSize(1);
    }

    @Test
    void refusesWhatAPolicyOnTheQueueRefuses() throws Exception {
        restrict("\"Condition\": {}");

        assertThatThrownBy(() -> call("SendMessage", "\"MessageBody\":\"x\""))
                .hasMessageContaining("is not authorized to perform: sqs:SendMessage");
    }

    @Test
    void refusesAQueuePropertyItDoesNotKnow() {
        assertThatThrownBy(() -> create("AWS::SQS::Queue", "{\"FifoQueue\": true}"))
                .hasMessage("The local runtime does not know the property FifoQueue of queues.");
    }

    @Test
    void movesAMessageToTheDeadLettersThatWasReceivedTooOften() throws Exception {
        create("AWS::SQS::Queue", "{\"QueueName\": \"dead\"}");
        create(
                "AWS::SQS::Queue",
                "{\"QueueName\": \"jobs\", \"VisibilityTimeout\": 10, \"RedrivePolicy\": {\"maxReceiveCount\": 2,"
                        + " \"deadLetterTargetArn\": \"arn:aws:sqs:us-east-1:000000000000:dead\"}}");
        call("SendMessage", "\"MessageBody\":\"poison\"");
        for (int i = 0; i < 2; i++) {
            assertThat(receive()).hasSize(1);
            clock.advance(Duration.ofSeconds(10));
        }

        assertThat(receive()).isEmpty();
        assertThat(receive("dead").path(0).path("Body").asText()).isEqualTo("poison");
    }

    @Test
    void refusesDeadLettersThatDoNotExist() {
        assertThatThrownBy(() -> create(
                        "AWS::SQS::Queue",
                        "{\"RedrivePolicy\": {\"maxReceiveCount\": 2, \"deadLetterTargetArn\": \"arn:nothing\"}}"))
                .hasMessageContaining("Reason: Dead letter target does not exist.");
    }

    @Test
    void holdsEveryMessageBackInAQueueWithADelay() throws Exception {
        create("AWS::SQS::Queue", "{\"QueueName\": \"jobs\", \"DelaySeconds\": 5}");
        call("SendMessage", "\"MessageBody\":\"later\"");

        assertThat(receive()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(receive()).hasSize(1);
    }

    @Test
    void saysWhoSentAMessageAndWhenItWasFirstReceived() throws Exception {
        call("SendMessage", "\"MessageBody\":\"x\"");

        JsonNode attributes = receive().path(0).path("Attributes");
        String now = Long.toString(clock.millis());
        assertThat(attributes.path("SenderId").asText()).isEqualTo(TestPrincipal.ANYONE.name());
        assertThat(attributes.path("SentTimestamp").asText()).isEqualTo(now);
        assertThat(attributes.path("ApproximateFirstReceiveTimestamp").asText()).isEqualTo(now);
    }

    @Test
    void digestsAttributesAsSdksCheckThem() throws Exception {
        JsonNode sent = call(
                "SendMessage",
                "\"MessageBody\":\"x\",\"MessageAttributes\":{\"kind\":{\"DataType\":\"String\",\"StringValue\":\"a\"}}");

        assertThat(sent.path("MD5OfMessageAttributes").asText()).isEqualTo("fb72dec7a16b6ccb08a928e255fd6b21");
        assertThat(receive()
                        .path(0)
                        .path("MessageAttributes")
                        .path("kind")
                        .path("StringValue")
                        .asText())
                .isEqualTo("a");
    }

    @Test
    void refusesAMessageThatIsTooLong() {
        assertThatThrownBy(() -> call("SendMessage", "\"MessageBody\":\"" + "x".repeat(1_048_577) + "\""))
                .hasMessageContaining("Message must be shorter than 1048576 bytes");
    }

    @Test
    void deletesNothingWithoutAReceipt() throws Exception {
        call("SendMessage", "\"MessageBody\":\"x\"");

        assertThatThrownBy(() -> call("DeleteMessage", "\"QueueUrl\":\"" + URL + "\""))
                .hasMessage("The request must contain the parameter ReceiptHandle.");
        assertThat(receive()).hasSize(1);
    }

    @Test
    void deliversADelayedMessageWhenTold() throws Exception {
        call("SendMessage", "\"MessageBody\":\"later\",\"DelaySeconds\":900");

        assertThat(endpoint("POST", "{\"queue\":\"job\"}")
                        .path("queues")
                        .path(0)
                        .path("visible")
                        .asInt())
                .isEqualTo(1);
        assertThat(receive()).hasSize(1);
    }

    @Test
    void knowsNoQueueOfSuchAName() throws Exception {
        assertThat(endpoint("POST", "{\"queue\":\"other\"}").path("error").asText())
                .isEqualTo("No queue has \"other\" in its name.");
    }

    private JsonNode endpoint(String method, String body) throws Exception {
        return json.readTree(new QueuesEndpoint(queues)
                .answer(Requests.of(method, "/", body))
                .body());
    }

    private void restrict(String condition) throws Exception {
        create(
                "AWS::SQS::QueuePolicy",
                "{\"Queues\": [\"" + URL + "\"], \"PolicyDocument\": {\"Statement\": [{\"Effect\": \"Deny\","
                        + " \"Principal\": {\"AWS\": \"*\"}, \"Action\": \"sqs:*\", \"Resource\": \"" + ARN + "\", "
                        + condition + "}]}}");
    }

    private void create(String type, String properties) throws Exception {
        provider.create(new ResourceDeclaration("stack", "Jobs", type, json.readTree(properties), "abc"));
    }

    private JsonNode receive() throws Exception {
        return receive("jobs");
    }

    private JsonNode receive(String queue) throws Exception {
        return answer(
                        "ReceiveMessage",
                        "{\"QueueUrl\":\"http://x/1/" + queue + "\",\"MaxNumberOfMessages\":10}",
                        TestPrincipal.ANYONE)
                .path("Messages");
    }

    private JsonNode call(String operation, String members) throws Exception {
        return answer(operation, "{\"QueueUrl\":\"" + URL + "\"," + members + "}", TestPrincipal.ANYONE);
    }

    private JsonNode answer(String operation, String body, Principal principal) throws Exception {
        return json.readTree(service.answer(new AwsCall(operation, Requests.of("POST", "/", body), principal))
                .body());
    }
}

package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.iam.Principal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** SQS: sending, receiving and deleting messages of standard queues. */
public final class SqsService implements AwsService {
    private static final int LONGEST_DELAY_SECONDS = 900;
    private static final int LONGEST_WAIT_SECONDS = 20;
    private static final int LONGEST_VISIBILITY_SECONDS = 43_200;

    private final Queues queues;
    private final String queueUrlPrefix;

    /** @param queueUrlPrefix what stands before a queue's name in its URL */
    public SqsService(Queues queues, String queueUrlPrefix) {
        this.queues = queues;
        this.queueUrlPrefix = queueUrlPrefix;
    }

    @Override
    public String signingName() {
        return "sqs";
    }

    @Override
    public HttpAnswer answer(AwsCall call) throws Exception {
        JsonNode request = call.json();
        return HttpAnswer.json(
                200,
                switch (call.target()) {
                    case "SendMessage" -> send(queue(call, request), request, call.principal());
                    case "ReceiveMessage" -> receive(queue(call, request), request);
                    case "DeleteMessage" -> delete(queue(call, request), request);
                    case "GetQueueAttributes" -> attributes(queue(call, request));
                    case "GetQueueUrl" -> url(named(call, request));
                    default ->
                        throw new AwsFailure(
                                400, "InvalidAction", "The local SQS has no operation " + call.target() + ".");
                });
    }

    private Queue queue(AwsCall call, JsonNode request) {
        return permitted(call, queues.at(request.path("QueueUrl").asText()));
    }

    private Queue named(AwsCall call, JsonNode request) {
        return permitted(call, queues.named(request.path("QueueName").asText()));
    }

    private Queue permitted(AwsCall call, Optional<Queue> queue) {
        Queue found = queue.orElseThrow(
                () -> new AwsFailure(400, "QueueDoesNotExist", "The specified queue does not exist."));
        queues.require(call.principal(), "sqs:" + call.target(), found);
        return found;
    }

    private ObjectNode send(Queue queue, JsonNode request, Principal sender) {
        String body = request.path("MessageBody").asText();
        checkBody(body, queue);
        Duration delay = seconds(request, "DelaySeconds", LONGEST_DELAY_SECONDS)
                .orElse(queue.settings().delay());
        JsonNode attributes = request.path("MessageAttributes");
        Message message = queue.send(new Sending(body, attributes, sender.name(), delay));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", message.id())
                .put("MD5OfMessageBody", Md5.of(body));
        return attributes.isEmpty() ? answer : answer.put("MD5OfMessageAttributes", Md5.ofAttributes(attributes));
    }

    private static void checkBody(String body, Queue queue) {
        if (body.isEmpty()) {
            throw new AwsFailure(400, "MissingParameter", "The request must contain the parameter MessageBody.");
        }
        int longest = queue.settings().longestMessage();
        if (body.getBytes(StandardCharsets.UTF_8).length > longest) {
            throw new AwsFailure(
                    400,
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than " + longest + " bytes.");
        }
    }

    private ObjectNode receive(Queue queue, JsonNode request) throws InterruptedException {
        int most = request.path("MaxNumberOfMessages").asInt(1);
        if (most < 1 || most > 10) {
            throw invalid(most, "MaxNumberOfMessages", 10);
        }
        var received = queue.receive(
                most,
                seconds(request, "VisibilityTimeout", LONGEST_VISIBILITY_SECONDS)
                        .orElse(queue.settings().visibility()),
                seconds(request, "WaitTimeSeconds", LONGEST_WAIT_SECONDS)
                        .orElse(queue.settings().longPoll()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!received.isEmpty()) {
            var messages = answer.putArray("Messages");
            received.forEach(message -> messages.add(rendered(message)));
        }
        return answer;
    }

    private ObjectNode rendered(Message message) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", message.id())
                .put("ReceiptHandle", message.receipt())
                .put("Body", message.body())
                .put("MD5OfBody", Md5.of(message.body()));
        node.set("Attributes", SystemAttributes.of(message));
        if (!message.attributes().isEmpty()) {
            node.set("MessageAttributes", message.attributes());
            node.put("MD5OfMessageAttributes", Md5.ofAttributes(message.attributes()));
        }
        return node;
    }

    private ObjectNode delete(Queue queue, JsonNode request) {
        String receipt = request.path("ReceiptHandle").asText();
        if (receipt.isEmpty()) {
            throw new AwsFailure(400, "MissingParameter", "The request must contain the parameter ReceiptHandle.");
        }
        queue.delete(List.of(receipt));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode attributes(Queue queue) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("Attributes")
                .put("QueueArn", queue.arn())
                .put("ApproximateNumberOfMessages", Integer.toString(queue.visible()))
                .put("ApproximateNumberOfMessagesNotVisible", Integer.toString(queue.inFlight()))
                .put("ApproximateNumberOfMessagesDelayed", Integer.toString(queue.delayed()))
                .put("DelaySeconds", Long.toString(queue.settings().delay().toSeconds()))
                .put(
                        "VisibilityTimeout",
                        Long.toString(queue.settings().visibility().toSeconds()));
        return answer;
    }

    private ObjectNode url(Queue queue) {
        return JsonNodeFactory.instance.objectNode().put("QueueUrl", queueUrlPrefix + queue.name());
    }

    private static Optional<Duration> seconds(JsonNode request, String name, int most) {
        if (!request.has(name)) {
            return Optional.empty();
        }
        int seconds = request.get(name).asInt(-1);
        if (seconds < 0 || seconds > most) {
            throw invalid(seconds, name, most);
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static AwsFailure invalid(int value, String name, int most) {
        return new AwsFailure(
                400,
                "InvalidParameterValue",
                "Value " + value + " for parameter " + name + " is invalid. Reason: Must be at most " + most + ".");
    }
}

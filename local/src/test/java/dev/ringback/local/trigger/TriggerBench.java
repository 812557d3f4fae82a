package dev.ringback.local.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.dynamodb.DynamoDbServer;
import dev.ringback.local.dynamodb.DynamoDbService;
import dev.ringback.local.dynamodb.ReadCosts;
import dev.ringback.local.dynamodb.Streams;
import dev.ringback.local.dynamodb.TableProvider;
import dev.ringback.local.dynamodb.Writes;
import dev.ringback.local.sqs.QueueProvider;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.sqs.SqsService;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.state.StateFolder;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Mappings between tables and queues on one side and a function on the other. */
final class TriggerBench implements AutoCloseable {
    private static final String URL = "http://127.0.0.1:1/000000000000/";

    final List<String> console = new CopyOnWriteArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final Queues queues = new Queues();
    private final QueueProvider queueProvider = new QueueProvider(queues, Account.DEFAULT, "http://127.0.0.1:1", clock);
    private final SqsService sqs = new SqsService(queues, URL);
    private final TableProvider tableProvider;
    private final DynamoDbService dynamoDb;
    private final Streams streams;
    private final StateFolder state;
    private final List<EventSourceMappings> running = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();

    TriggerBench(DynamoDbServer server) {
        this(server, StateFolder.NONE);
    }

    TriggerBench(DynamoDbServer server, StateFolder state) {
        Writes writes = new Writes();
        this.state = state;
        tableProvider = new TableProvider(server, Account.DEFAULT);
        dynamoDb = new DynamoDbService(server, Account.DEFAULT, new ReadCosts(), writes);
        streams = new Streams(dynamoDb, writes);
    }

    /** Makes a queue and gives its ARN. */
    String queue(String name, String members) {
        return create(queueProvider, "AWS::SQS::Queue", "{\"QueueName\":\"" + name + "\"" + members + "}")
                .attributes()
                .get("Arn");
    }

    void send(String queue, String body) throws Exception {
        sqs("SendMessage", queue, ",\"MessageBody\":" + json.writeValueAsString(body));
    }

    /** How many messages a queue has, whether one can receive them or not. */
    int messages(String queue) throws Exception {
        JsonNode attributes = sqs("GetQueueAttributes", queue, ",\"AttributeNames\":[\"All\"]")
                .path("Attributes");
        return attributes.path("ApproximateNumberOfMessages").asInt()
                + attributes.path("ApproximateNumberOfMessagesNotVisible").asInt();
    }

    /** The body of the next message. */
    JsonNode receive(String queue) throws Exception {
        JsonNode answer = sqs("ReceiveMessage", queue, ",\"WaitTimeSeconds\":20");
        return json.readTree(answer.path("Messages").path(0).path("Body").asText());
    }

    JsonNode sqs(String operation, String queue, String members) throws Exception {
        String request = "{\"QueueUrl\":\"" + URL + queue + "\"" + members + "}";
        return json.readTree(sqs.answer(new AwsCall(operation, Requests.of("POST", "/", request), TestPrincipal.ANYONE))
                .body());
    }

    /** Makes a table with a stream and gives the stream's ARN. */
    String table(String name) {
        return create(tableProvider, "AWS::DynamoDB::Table", """
                {"TableName": "NAME", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"}}
                """.replace("NAME", name))
                .attributes()
                .get("StreamArn");
    }

    /** Puts an item with nothing but an id and a state. */
    void put(String table, String id, String state) throws Exception {
        String item = "{\"id\":{\"S\":\"" + id + "\"},\"state\":{\"S\":\"" + state + "\"}}";
        dynamoDb.answer(new AwsCall(
                "PutItem",
                Requests.of(
                        "POST",
                        "/",
                        "{\"TableName\":\"" + table + "\",\"Item\":" + item + "}",
                        Map.of("x-amz-target", "DynamoDB_20120810.PutItem")),
                TestPrincipal.ANYONE));
    }

    /** Connects a source with a function and starts polling. */
    EventSourceMappings connect(String sourceArn, FakeFunction function, String members) {
        EventSourceMappings mappings = new EventSourceMappings(console::add);
        running.add(mappings);
        declare(mappings, sourceArn, function, members);
        mappings.start();
        return mappings;
    }

    Provisioned declare(EventSourceMappings mappings, String sourceArn, FakeFunction function, String members) {
        StreamMappings ofStreams = new StreamMappings(
                streams,
                queues,
                Account.DEFAULT,
                new Checkpoints(state),
                failures -> Duration.ofMillis(1),
                clock,
                console::add);
        EventSourceMappingProvider provider = new EventSourceMappingProvider(
                mappings,
                name -> known(name, function),
                ofStreams,
                new QueueMappings(queues, Account.DEFAULT, console::add),
                Account.DEFAULT);
        return create(
                provider,
                "AWS::Lambda::EventSourceMapping",
                "{\"EventSourceArn\":\"" + sourceArn + "\",\"FunctionName\":\"" + FakeFunction.ARN + "\"" + members
                        + "}");
    }

    private static FakeFunction known(String name, FakeFunction function) {
        if (!name.equals(function.arn())) {
            throw new AwsFailure(404, "ResourceNotFoundException", "Function not found: " + name);
        }
        return function;
    }

    private Provisioned create(ResourceProvider provider, String type, String properties) {
        try {
            return provider.create(new ResourceDeclaration(
                    "stack",
                    "Thing",
                    type,
                    json.readTree(properties),
                    UUID.randomUUID().toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        running.forEach(EventSourceMappings::close);
    }
}

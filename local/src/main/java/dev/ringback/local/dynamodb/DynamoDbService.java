package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import java.io.IOException;
import java.util.Set;

/** DynamoDB: checks every table, index and action that a call touches, then lets DynamoDB Local answer it. */
public final class DynamoDbService implements AwsService {
    private static final String STREAMS = "DynamoDBStreams_";
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private final DynamoDbServer server;
    private final AccessReader accesses;
    private final LocalArns arns;
    private final ReadCosts costs;
    private final Writes writes;
    private final ObjectMapper json = new ObjectMapper();

    public DynamoDbService(DynamoDbServer server, Account account, ReadCosts costs, Writes writes) {
        this.server = server;
        this.costs = costs;
        this.writes = writes;
        this.accesses = new AccessReader(account);
        this.arns = new LocalArns(account);
    }

    @Override
    public String signingName() {
        return "dynamodb";
    }

    @Override
    public HttpAnswer answer(AwsCall call) throws Exception {
        JsonNode request = body(call);
        accesses.read(call.target(), request).forEach(access -> call.require(access.action(), access.resourceArn()));
        String target = call.http().header("x-amz-target").orElse("");
        if (ReadCosts.wants(call.target(), request)) {
            HttpAnswer answer = server.send(target, json.writeValueAsBytes(ReadCosts.asking(request)));
            return answer.status() == 200 ? noted(call, request, answer) : answer;
        }
        if (target.startsWith(STREAMS)) {
            return arns.toReal(server.send(target, arns.toLocal(call.http().body())));
        }
        HttpAnswer answer = server.send(target, call.http().body());
        if (WRITES.contains(call.target())) {
            writes.happened();
        }
        return isAboutItems(call.target()) ? answer : arns.toReal(answer);
    }

    private HttpAnswer noted(AwsCall call, JsonNode request, HttpAnswer answer) throws IOException {
        ObjectNode body = (ObjectNode) json.readTree(answer.body());
        costs.note(call, request, body);
        return LocalArns.changed(answer, json.writeValueAsBytes(body));
    }

    private static boolean isAboutItems(String operation) {
        return operation.endsWith("Item")
                || operation.endsWith("Items")
                || operation.equals("Query")
                || operation.equals("Scan");
    }

    private JsonNode body(AwsCall call) throws IOException {
        try {
            return json.readTree(call.http().body());
        } catch (JsonProcessingException notJson) {
            throw new AwsFailure(400, "SerializationException", "The request is not JSON.");
        }
    }
}

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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** DynamoDB: checks every table, index and action that a call touches, then lets DynamoDB Local answer it. */
public final class DynamoDbService implements AwsService {
    private static final String LOCAL_ARN = "arn:aws:dynamodb:ddblocal:000000000000:";

    private final DynamoDbServer server;
    private final AccessReader accesses;
    private final String realArn;
    private final ReadCosts costs;
    private final ObjectMapper json = new ObjectMapper();

    public DynamoDbService(DynamoDbServer server, Account account, ReadCosts costs) {
        this.server = server;
        this.costs = costs;
        this.accesses = new AccessReader(account);
        this.realArn = account.arn("dynamodb", "");
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
        HttpAnswer answer = server.send(target, call.http().body());
        return isAboutItems(call.target()) ? answer : withRealArns(answer);
    }

    private HttpAnswer noted(AwsCall call, JsonNode request, HttpAnswer answer) throws IOException {
        ObjectNode body = (ObjectNode) json.readTree(answer.body());
        costs.note(call, request, body);
        return changed(answer, json.writeValueAsBytes(body));
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

    // DynamoDB Local has a region and an account of its own.
    private HttpAnswer withRealArns(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (!text.contains(LOCAL_ARN)) {
            return answer;
        }
        return changed(answer, text.replace(LOCAL_ARN, realArn).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer changed(HttpAnswer answer, byte[] body) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("x-amz-crc32");
        return new HttpAnswer(answer.status(), headers, body);
    }
}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.dynamodb.DynamoDbServer;
import dev.ringback.local.dynamodb.DynamoDbService;
import dev.ringback.local.dynamodb.ReadCosts;
import dev.ringback.local.dynamodb.Writes;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test new, empty tables in DynamoDB Local; one server for all tests of a run. */
final class TestTables implements ParameterResolver {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        TableClient client = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestTables.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        return new People(client, create(client, "id", "team"), create(client, "ds_pk", "ds_sk"));
    }

    private static String create(TableClient client, String hash, String range) {
        String name = "t-" + UUID.randomUUID();
        boolean sorted = range.equals("ds_sk");
        String index = """
                , "GlobalSecondaryIndexes": [{"IndexName": "byTeam", "Projection": {"ProjectionType": "ALL"},
                  "KeySchema": [{"AttributeName": "team", "KeyType": "HASH"}]}]""";
        String request = """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "%s", "AttributeType": "S"},
                   {"AttributeName": "%s", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "%s", "KeyType": "HASH"}%s]%s}""".formatted(
                        name,
                        hash,
                        range,
                        hash,
                        sorted ? ", {\"AttributeName\": \"ds_sk\", \"KeyType\": \"RANGE\"}" : "",
                        sorted ? "" : index);
        try {
            client.send("CreateTable", (ObjectNode) JSON.readTree(request));
        } catch (Exception e) {
            throw new IllegalStateException("The table " + name + " cannot be made.", e);
        }
        return name;
    }

    private record Running(DynamoDbServer server, DynamoDbService service) implements TableClient, AutoCloseable {
        static Running start() {
            try {
                DynamoDbServer server = DynamoDbServer.start(Optional.empty());
                return new Running(server, new DynamoDbService(server, Account.DEFAULT, new ReadCosts(), new Writes()));
            } catch (Exception e) {
                throw new IllegalStateException("DynamoDB Local does not start.", e);
            }
        }

        @Override
        public JsonNode send(String operation, ObjectNode request) throws TableFailure {
            HttpAnswer answer = answer(operation, request);
            JsonNode body = json(answer.body());
            if (answer.status() != 200) {
                String type = body.path("__type").asText();
                String message =
                        body.path("message").asText(body.path("Message").asText());
                throw new TableFailure(type.substring(type.indexOf('#') + 1), message, body);
            }
            return body;
        }

        private HttpAnswer answer(String operation, ObjectNode request) {
            Map<String, String> target = Map.of("x-amz-target", "DynamoDB_20120810." + operation);
            try {
                return service.answer(new AwsCall(
                        operation, Requests.of("POST", "/", request.toString(), target), TestPrincipal.ANYONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static JsonNode json(byte[] body) {
            try {
                return JSON.readTree(body);
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}

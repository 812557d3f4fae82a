package dev.ringback.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbServiceTest {
    private static final String TABLE = """
            {"TableName": "Calls", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
               {"AttributeName": "owner", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
             "GlobalSecondaryIndexes": [{"IndexName": "byOwner", "Projection": {"ProjectionType": "ALL"},
               "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}]}],
             "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true},
             "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}
            """;
    private static final String CALLS = "arn:aws:dynamodb:us-east-1:000000000000:table/Calls";
    private static final String ITEM = "{\"id\": {\"S\": \"1\"}}";

    private static DynamoDbServer server;
    private static TableProvider tables;
    private static final ReadCosts COSTS = new ReadCosts();
    private static DynamoDbService service;
    private static Provisioned table;

    /** May do some actions on some resources. */
    private record Permitted(Set<String> actions, Set<String> resources) implements Principal {
        @Override
        public String name() {
            return "role";
        }

        @Override
        public boolean allows(String action, String resourceArn) {
            return actions.contains(action) && resources.contains(resourceArn);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = DynamoDbServer.start(Optional.empty());
        tables = new TableProvider(server, Account.DEFAULT);
        table = create(TABLE);
        service = new DynamoDbService(server, Account.DEFAULT, COSTS, new Writes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Provisioned create(String properties) throws Exception {
        return tables.create(new ResourceDeclaration(
                "stack", "Calls", "AWS::DynamoDB::Table", new ObjectMapper().readTree(properties), "abc"));
    }

    @Test
    void createsTheTableOfTheTemplate() throws Exception {
        assertThat(table.ref()).isEqualTo("Calls");
        assertThat(table.attributes()).containsEntry("Arn", CALLS);
        assertThat(call("DescribeTable", "{\"TableName\":\"Calls\"}", TestPrincipal.ANYONE))
                .contains("byOwner", "\"TableArn\":\"" + CALLS + "\"");
        assertThat(call("DescribeTimeToLive", "{\"TableName\":\"Calls\"}", TestPrincipal.ANYONE))
                .contains("\"TimeToLiveStatus\":\"ENABLED\"", "expiresAt");
    }

    @Test
    void namesATableAfterItsStackWhereTheTemplateDoesNot() throws Exception {
        assertThat(create(
                                "{\"BillingMode\": \"PAY_PER_REQUEST\", \"AttributeDefinitions\": [{\"AttributeName\": \"id\","
                                        + " \"AttributeType\": \"S\"}], \"KeySchema\": [{\"AttributeName\": \"id\","
                                        + " \"KeyType\": \"HASH\"}]}")
                        .ref())
                .isEqualTo("stack-Calls-abc");
    }

    @Test
    void refusesAKeptTableWithOtherIndexes() {
        assertThatThrownBy(() -> create(TABLE.replace("byOwner", "byOther")))
                .hasMessage(
                        "The kept table Calls has other keys, indexes or another stream than the template; start with"
                                + " another or an empty --data folder.");
    }

    @Test
    void refusesATablePropertyItDoesNotKnow() {
        assertThatThrownBy(() -> create(TABLE.replace("\"BillingMode\"", "\"ImportSourceSpecification\"")))
                .hasMessage("The local runtime does not know the property ImportSourceSpecification of tables.");
    }

    @Test
    void answersWhatThePolicyAllows() throws Exception {
        Principal writer = new Permitted(Set.of("dynamodb:PutItem"), Set.of(CALLS));

        assertThat(call("PutItem", "{\"TableName\":\"Calls\",\"Item\":" + ITEM + "}", writer))
                .isEqualTo("{}");
    }

    @Test
    void notesWhatAQueryReadsWithoutTellingTheClient() throws Exception {
        String query = "{\"TableName\":\"Calls\",\"KeyConditionExpression\":\"id = :id\","
                + "\"ExpressionAttributeValues\":{\":id\":{\"S\":\"read\"}}%s}";
        call("PutItem", "{\"TableName\":\"Calls\",\"Item\":{\"id\":{\"S\":\"read\"}}}", TestPrincipal.ANYONE);
        COSTS.clear();

        assertThat(call("Query", query.formatted(""), TestPrincipal.ANYONE)).doesNotContain("ConsumedCapacity");
        assertThat(COSTS.latest()).singleElement().satisfies(cost -> {
            assertThat(cost.target()).isEqualTo("Calls");
            assertThat(cost.scanned()).isEqualTo(1);
            assertThat(cost.readUnits()).isEqualTo(0.5);
        });
        assertThat(call("Query", query.formatted(",\"ReturnConsumedCapacity\":\"TOTAL\""), TestPrincipal.ANYONE))
                .contains("ConsumedCapacity");
    }

    @Test
    void refusesAnActionThatIsNotAllowed() {
        Principal reader = new Permitted(Set.of("dynamodb:GetItem"), Set.of(CALLS));

        assertThatThrownBy(() -> call("PutItem", "{\"TableName\":\"Calls\",\"Item\":" + ITEM + "}", reader))
                .isInstanceOf(AwsFailure.class)
                .hasMessageStartingWith(
                        "User: role is not authorized to perform: dynamodb:PutItem on resource: " + CALLS);
    }

    @Test
    void asksForThePermissionOfEveryItemOfATransaction() {
        Principal noPut = new Permitted(
                Set.of("dynamodb:UpdateItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem"), Set.of(CALLS));
        String transaction = "{\"TransactItems\": [{\"Update\": {\"TableName\": \"Calls\", \"Key\": " + ITEM
                + ", \"UpdateExpression\": \"SET a = :a\"}}, {\"Put\": {\"TableName\": \"Calls\", \"Item\": " + ITEM
                + "}}]}";

        assertThatThrownBy(() -> call("TransactWriteItems", transaction, noPut))
                .hasMessageContaining("dynamodb:PutItem on resource: " + CALLS);
    }

    @Test
    void asksForThePermissionToCheckAConditionInATransaction() {
        Principal noCheck = new Permitted(Set.of("dynamodb:PutItem"), Set.of(CALLS));
        String transaction = "{\"TransactItems\": [{\"ConditionCheck\": {\"TableName\": \"Calls\", \"Key\": " + ITEM
                + ", \"ConditionExpression\": \"attribute_exists(id)\"}}]}";

        assertThatThrownBy(() -> call("TransactWriteItems", transaction, noCheck))
                .hasMessageContaining("dynamodb:ConditionCheckItem");
    }

    @Test
    void asksForThePermissionOfTheIndexThatIsQueried() throws Exception {
        String query = "{\"TableName\": \"Calls\", \"IndexName\": \"byOwner\", \"KeyConditionExpression\": \"#o = :o\","
                + " \"ExpressionAttributeNames\": {\"#o\": \"owner\"},"
                + " \"ExpressionAttributeValues\": {\":o\": {\"S\": \"x\"}}}";

        assertThat(call("Query", query, new Permitted(Set.of("dynamodb:Query"), Set.of(CALLS + "/index/byOwner"))))
                .contains("\"Count\":0");
        assertThatThrownBy(() -> call("Query", query, new Permitted(Set.of("dynamodb:Query"), Set.of(CALLS))))
                .hasMessageContaining(CALLS + "/index/byOwner");
    }

    @Test
    void asksForThePermissionOfEveryTableOfABatch() {
        Principal oneTable = new Permitted(Set.of("dynamodb:BatchGetItem"), Set.of(CALLS));
        String batch =
                "{\"RequestItems\": {\"Calls\": {\"Keys\": [" + ITEM + "]}, \"Others\": {\"Keys\": [" + ITEM + "]}}}";

        assertThatThrownBy(() -> call("BatchGetItem", batch, oneTable)).hasMessageContaining("table/Others");
    }

    @Test
    void refusesStatementsWhosePermissionsItCannotTell() {
        assertThatThrownBy(() -> call("ExecuteStatement", "{\"Statement\": \"SELECT\"}", TestPrincipal.ANYONE))
                .hasMessage("The local runtime does not run PartiQL statements.");
    }

    @Test
    void refusesAKeptTableWithAnotherStream() {
        assertThatThrownBy(() -> create(TABLE.replace(
                        "\"BillingMode\"",
                        "\"StreamSpecification\": {\"StreamViewType\": \"KEYS_ONLY\"}, \"BillingMode\"")))
                .hasMessageStartingWith("The kept table Calls has other keys, indexes or another stream");
    }

    @Test
    void refusesAKeptTableWhoseIndexesHoldSomethingElse() {
        assertThatThrownBy(() -> create(TABLE.replace("\"ALL\"", "\"KEYS_ONLY\"")))
                .hasMessageStartingWith("The kept table Calls has other keys, indexes or another stream");
    }

    @Test
    void givesOfAnIndexWhatItProjectsAndNoMore() throws Exception {
        create("""
                {"TableName": "Projected", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
                   {"AttributeName": "owner", "AttributeType": "S"}, {"AttributeName": "at", "AttributeType": "N"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "GlobalSecondaryIndexes": [
                   {"IndexName": "some", "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["reason"]},
                    "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}, {"AttributeName": "at", "KeyType": "RANGE"}]},
                   {"IndexName": "none", "Projection": {"ProjectionType": "KEYS_ONLY"},
                    "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}]}]}
                """);
        call(
                "PutItem",
                "{\"TableName\":\"Projected\",\"Item\":{\"id\":{\"S\":\"1\"},\"owner\":{\"S\":\"ada\"},\"at\":{\"N\":\"5\"},"
                        + "\"reason\":{\"S\":\"busy\"},\"token\":{\"S\":\"secret\"}}}",
                TestPrincipal.ANYONE);

        assertThat(query("Projected", "some")).contains("busy", "\"at\"").doesNotContain("secret");
        assertThat(query("Projected", "none")).contains("\"id\"").doesNotContain("busy", "\"at\"", "secret");
    }

    private static String query(String table, String index) throws Exception {
        return call(
                "Query",
                "{\"TableName\":\"" + table + "\",\"IndexName\":\"" + index
                        + "\",\"KeyConditionExpression\":\"#o = :o\",\"ExpressionAttributeNames\":{\"#o\":\"owner\"},"
                        + "\"ExpressionAttributeValues\":{\":o\":{\"S\":\"ada\"}}}",
                TestPrincipal.ANYONE);
    }

    @Test
    void passesOnTheErrorsOfTheDatabase() throws Exception {
        assertThat(call("PutItem", "{\"TableName\":\"Calls\",\"Item\":{}}", TestPrincipal.ANYONE))
                .contains("ValidationException");
    }

    private static String call(String operation, String body, Principal principal) throws Exception {
        HttpAnswer answer = service.answer(new AwsCall(
                operation,
                Requests.of("POST", "/", body, Map.of("x-amz-target", "DynamoDB_20120810." + operation)),
                principal));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

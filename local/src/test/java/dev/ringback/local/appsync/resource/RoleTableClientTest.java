package dev.ringback.local.appsync.resource;

import static dev.ringback.local.appsync.ApiBench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.dynamodb.TableFailure;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.TestPrincipal;
import org.junit.jupiter.api.Test;

class RoleTableClientTest {
    private final DynamoDb dynamoDb = new DynamoDb();
    private final RoleTableClient client =
            new RoleTableClient(dynamoDb, new TestPrincipal("dynamodb:GetItem", "people"));

    /** A DynamoDB with one table, whose actions have the names of the operations. */
    private static final class DynamoDb implements AwsService {
        private HttpAnswer answer = HttpAnswer.json(200, json("{'Item': {}}"));
        private AwsCall last;

        @Override
        public String signingName() {
            return "dynamodb";
        }

        @Override
        public HttpAnswer answer(AwsCall call) {
            last = call;
            call.require("dynamodb:" + call.target(), "people");
            return answer;
        }
    }

    private JsonNode send(String operation) throws TableFailure {
        return client.send(operation, (ObjectNode) json("{'TableName': 'people'}"));
    }

    @Test
    void sendsWhatAnSdkWould() throws Exception {
        assertThat(send("GetItem")).isEqualTo(json("{'Item': {}}"));
        assertThat(dynamoDb.last.http().headers()).containsEntry("x-amz-target", "DynamoDB_20120810.GetItem");
        assertThat(dynamoDb.last.json()).isEqualTo(json("{'TableName': 'people'}"));
    }

    @Test
    void isRefusedWhatTheRoleDoesNotAllow() {
        assertThatThrownBy(() -> send("PutItem"))
                .isInstanceOfSatisfying(
                        TableFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("AccessDeniedException"))
                .hasMessageContaining("is not authorized to perform: dynamodb:PutItem on resource: people");
    }

    @Test
    void givesTheNameOfAFailureWithoutItsService() {
        dynamoDb.answer = HttpAnswer.json(400, json("""
                {'__type': 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
                 'Message': 'The conditional request failed', 'Item': {'id': {'S': '1'}}}"""));

        assertThatThrownBy(() -> send("GetItem"))
                .isInstanceOfSatisfying(TableFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("ConditionalCheckFailedException");
                    assertThat(failure.body().at("/Item/id/S").asText()).isEqualTo("1");
                })
                .hasMessage("The conditional request failed");
    }
}

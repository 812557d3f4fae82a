package dev.ringback.local.appsync.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.dynamodb.TableClient;
import dev.ringback.local.appsync.dynamodb.TableFailure;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.Principal;
import java.io.IOException;
import java.util.Map;

/** Uses DynamoDB as a role, as far as its policies allow it. */
public final class RoleTableClient implements TableClient {
    private static final String VERSION = "DynamoDB_20120810.";

    private final AwsService dynamoDb;
    private final Principal role;
    private final ObjectMapper json = new ObjectMapper();

    public RoleTableClient(AwsService dynamoDb, Principal role) {
        this.dynamoDb = dynamoDb;
        this.role = role;
    }

    @Override
    public JsonNode send(String operation, ObjectNode request) throws TableFailure {
        try {
            HttpAnswer answer = dynamoDb.answer(new AwsCall(operation, http(operation, request), role));
            JsonNode body = json.readTree(answer.body());
            if (answer.status() != 200) {
                throw failure(body);
            }
            return body;
        } catch (AwsFailure refused) {
            throw new TableFailure(refused.code(), refused.getMessage(), json.createObjectNode());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", stopping);
        } catch (TableFailure | RuntimeException failure) {
            throw failure;
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB does not answer: " + e.getMessage(), e);
        }
    }

    private HttpRequest http(String operation, ObjectNode request) throws IOException {
        return new HttpRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", VERSION + operation),
                json.writeValueAsBytes(request),
                "127.0.0.1",
                () -> false);
    }

    private static TableFailure failure(JsonNode body) {
        String type = body.path("__type").asText();
        return new TableFailure(
                type.substring(type.indexOf('#') + 1),
                body.path("message").asText(body.path("Message").asText()),
                body);
    }
}

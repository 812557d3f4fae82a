package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.Principal;
import java.io.IOException;
import java.util.Map;

/** Uses DynamoDB Streams as a role, as far as its policies allow it. */
final class StreamClient implements StreamApi {
    private static final String VERSION = "DynamoDBStreams_20120810.";

    private final DynamoDbService service;
    private final Principal role;
    private final ObjectMapper json = new ObjectMapper();

    StreamClient(DynamoDbService service, Principal role) {
        this.service = service;
        this.role = role;
    }

    /** @throws AwsFailure when the role's policies refuse */
    @Override
    public JsonNode send(String operation, ObjectNode request) {
        try {
            HttpAnswer answer = service.answer(new AwsCall(operation, http(operation, request), role));
            JsonNode body = json.readTree(answer.body());
            if (answer.status() != 200) {
                String type = body.path("__type").asText();
                throw new StreamFailure(
                        type.substring(type.indexOf('#') + 1),
                        body.path("message").asText(type));
            }
            return body;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", stopping);
        } catch (RuntimeException failure) {
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
}

package dev.ringback.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.Principal;
import java.io.IOException;

/**
 * A call of an AWS API.
 *
 * @param target the operation of a JSON protocol ({@code X-Amz-Target} after its dot), or empty for REST services
 * @param principal who signed it
 */
public record AwsCall(String target, HttpRequest http, Principal principal) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Refuses the call unless the principal's policies allow it.
     *
     * @param action as IAM writes it, {@code mobiletargeting:SendMessages}
     * @throws AwsFailure AccessDeniedException, 400 or 403 as the service does
     */
    public void require(String action, String resourceArn) {
        if (!principal.allows(action, resourceArn)) {
            throw AwsFailure.accessDenied(principal.name(), action, resourceArn);
        }
    }

    /** The body of a JSON protocol's request. */
    public JsonNode json() throws IOException {
        try {
            return JSON.readTree(http.body());
        } catch (JsonProcessingException notJson) {
            throw new AwsFailure(400, "SerializationException", "The request is not JSON.");
        }
    }
}

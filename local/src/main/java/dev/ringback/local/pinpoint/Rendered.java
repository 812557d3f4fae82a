package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** What becomes of a message for one phone. */
sealed interface Rendered {
    /** @param dryRun the provider checks it only ({@code validate_only}) */
    record Ready(Map<String, String> headers, JsonNode payload, boolean dryRun) implements Rendered {}

    record Refused(int statusCode, String statusMessage) implements Rendered {}

    /** A refusal by FCM or APNs, in the JSON that Pinpoint wraps around it. */
    static Refused byProvider(String channelType, int status, String error, String response) {
        return new Refused(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("errorMessage", "Invalid notification")
                        .put("channelType", channelType)
                        .put("pushProviderStatusCode", String.valueOf(status))
                        .put("pushProviderError", error)
                        .put("pushProviderResponse", response)
                        .toString());
    }
}

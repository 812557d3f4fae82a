package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the push to one address ended. */
record Delivery(String status, int statusCode, String statusMessage) {
    static final Delivery SUCCESSFUL = new Delivery("SUCCESSFUL", 200, "");

    static Delivery permanentFailure(int statusCode, String statusMessage) {
        return new Delivery("PERMANENT_FAILURE", statusCode, statusMessage);
    }

    /** What Pinpoint makes of a provider's error status. */
    static Delivery ofProviderStatus(int status) {
        String message = "The push provider answered " + status;
        if (status < 300) {
            return SUCCESSFUL;
        }
        if (status == 429) {
            return new Delivery("THROTTLED", status, message);
        }
        return status >= 500 ? new Delivery("TEMPORARY_FAILURE", status, message) : permanentFailure(status, message);
    }

    boolean reachesThePhone() {
        return status.equals("SUCCESSFUL");
    }

    ObjectNode json(String messageId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("DeliveryStatus", status)
                .put("StatusCode", statusCode)
                .put("StatusMessage", statusMessage)
                .put("MessageId", messageId);
    }
}

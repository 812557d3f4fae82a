package dev.ringback.pushnotifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A call that has become something else, as the event bus tells it.
 *
 * @param by the clientId of the device that did it, or {@code system}
 * @param version 1 is the first state it had
 * @param traceId of the request that made the call
 */
record CallChange(
        String callId,
        String state,
        String by,
        String callerId,
        String callerOwner,
        String calleeId,
        Optional<String> calleeOwner,
        Instant at,
        long version,
        Optional<String> traceId) {
    /** @throws PushFailedException if something is missing or no time */
    static CallChange read(JsonNode detail) {
        return new CallChange(
                text(detail, "callId"),
                text(detail, "state"),
                text(detail, "by"),
                text(detail, "callerId"),
                text(detail, "callerOwner"),
                text(detail, "calleeId"),
                Optional.ofNullable(detail.get("calleeOwner")).map(JsonNode::asText),
                time(detail, "at"),
                detail.path("version").asLong(),
                Optional.ofNullable(detail.get("traceId")).map(JsonNode::asText));
    }

    private static String text(JsonNode detail, String name) {
        String text = detail.path(name).asText();
        if (text.isBlank()) {
            throw new PushFailedException("the event has no " + name);
        }
        return text;
    }

    private static Instant time(JsonNode detail, String name) {
        try {
            return Instant.parse(text(detail, name));
        } catch (DateTimeParseException e) {
            throw new PushFailedException("the event's " + name + " is no time");
        }
    }
}

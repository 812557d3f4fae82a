package dev.ringback.callevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Reads a call from the stream's copy of its item, in DynamoDB's own JSON. */
final class CallImage {
    private final JsonNode image;

    private CallImage(JsonNode image) {
        this.image = image;
    }

    /** @throws IllegalArgumentException if something is missing or of another type */
    static CallChange read(JsonNode image) {
        return new CallImage(image).change();
    }

    private CallChange change() {
        return new CallChange(
                text("callId"),
                text("state"),
                optionalText("reason"),
                text("changedBy"),
                time("changedAt"),
                number("version"),
                new CallChange.Parties(
                        text("callerId"),
                        text("calleeId"),
                        text("callerOwner"),
                        optionalText("calleeOwner"),
                        optionalText("answeredBy")),
                new CallChange.Times(
                        time("startedAt"), time("ringUntil"), optionalTime("answeredAt"), optionalTime("endedAt")),
                optionalText("traceId"));
    }

    private String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private Optional<String> optionalText(String name) {
        return optional(name, "S");
    }

    private long number(String name) {
        // NumberFormatException is an IllegalArgumentException.
        return optional(name, "N")
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    private Optional<Instant> optionalTime(String name) {
        return optional(name, "N").map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    private Optional<String> optional(String name, String type) {
        JsonNode value = image.path(name).path(type);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }
}

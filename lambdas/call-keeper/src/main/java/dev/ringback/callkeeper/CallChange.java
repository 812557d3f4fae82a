package dev.ringback.callkeeper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * A change in the Calls table.
 *
 * @param callId empty if the record cannot be read
 * @param leavesMedia true if the call has just come to an end, or has got media after it; not when only the next attempt to
 *     release it was put off, which would be tried at once, and put off again, for ever
 */
record CallChange(String sequenceNumber, Optional<String> callId, boolean leavesMedia) {
    private static final Set<String> LIVE = Set.of("RINGING", "ANSWERED");

    static CallChange of(JsonNode record) {
        JsonNode change = record.path("dynamodb");
        return new CallChange(
                change.path("SequenceNumber").asText(),
                Optional.of(change.at("/Keys/callId/S").asText()).filter(id -> !id.isEmpty()),
                leavesMedia(change.path("OldImage"), change.path("NewImage")));
    }

    private static boolean leavesMedia(JsonNode before, JsonNode now) {
        boolean over = now.has("state") && !LIVE.contains(now.at("/state/S").asText());
        boolean news = differs("version", before, now) || differs("sessionId", before, now);
        return over && news && now.has("leased");
    }

    private static boolean differs(String attribute, JsonNode before, JsonNode now) {
        return !now.path(attribute).equals(before.path(attribute));
    }
}

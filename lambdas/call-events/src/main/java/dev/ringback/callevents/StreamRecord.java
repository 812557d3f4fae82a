package dev.ringback.callevents;

import com.fasterxml.jackson.databind.JsonNode;

/** One record of the Calls table's stream. */
record StreamRecord(String sequenceNumber, Content content) {
    /** What it tells. */
    sealed interface Content {
        record Changed(CallChange change) implements Content {}

        /** Something of a call that is nobody's business, or nothing of a call at all. */
        record NoNews() implements Content {}

        record Unreadable() implements Content {}
    }

    static StreamRecord of(JsonNode record) {
        JsonNode dynamoDb = record.path("dynamodb");
        return new StreamRecord(
                dynamoDb.path("SequenceNumber").asText(),
                content(dynamoDb.path("OldImage"), dynamoDb.path("NewImage")));
    }

    private static Content content(JsonNode before, JsonNode now) {
        // What else is in the table has no state. A call without a version is only being set up and does not ring yet.
        if (!now.has("state") || now.path("version").equals(before.path("version")) || isBeingSetUp(now)) {
            return new Content.NoNews();
        }
        try {
            return new Content.Changed(CallImage.read(now));
        } catch (IllegalArgumentException e) {
            return new Content.Unreadable();
        }
    }

    private static boolean isBeingSetUp(JsonNode now) {
        return now.at("/version/N").asText().equals("0");
    }
}

package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record of a table's stream.
 *
 * @param arrivedAt when it was written, as far as is known
 * @param event as Lambda hands it to functions
 */
record StreamRecord(String shard, String sequenceNumber, Instant arrivedAt, JsonNode event) {
    private static final String CREATED = "ApproximateCreationDateTime";
    /** DynamoDB Local says only in which minute something was written. */
    private static final int MINUTE = 60;

    /** @param item as DynamoDB Local gives it */
    static StreamRecord of(String shard, JsonNode item, String streamArn, String region, Instant now) {
        ObjectNode event = item.deepCopy();
        ObjectNode change = (ObjectNode) event.get("dynamodb");
        Instant arrivedAt = arrivedAt(change.path(CREATED).asLong(), now);
        change.put(CREATED, arrivedAt.getEpochSecond());
        event.put("eventID", item.path("eventID").asText().replace("-", ""));
        event.put("awsRegion", region);
        event.put("eventSourceARN", streamArn);
        return new StreamRecord(shard, change.path("SequenceNumber").asText(), arrivedAt, event);
    }

    // As young as it can be, so that nothing is given up too early.
    private static Instant arrivedAt(long minute, Instant now) {
        Instant latest = Instant.ofEpochSecond(minute + MINUTE);
        return latest.isAfter(now) ? now : latest;
    }
}

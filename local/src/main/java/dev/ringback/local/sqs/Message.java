package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message in a queue.
 *
 * @param visibleAt when it can be received, for the first time or again
 * @param receipt what deletes it, after its latest receipt; empty before
 */
record Message(
        String id,
        String body,
        JsonNode attributes,
        Instant sentAt,
        Instant visibleAt,
        String receipt,
        int receiveCount) {

    Message received(String newReceipt, Instant visibleAgainAt) {
        return new Message(id, body, attributes, sentAt, visibleAgainAt, newReceipt, receiveCount + 1);
    }

    boolean isVisible(Instant now) {
        return !visibleAt.isAfter(now);
    }
}

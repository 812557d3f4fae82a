package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A message in a queue.
 *
 * @param attributes as sent, by name
 * @param sender who sent it
 * @param visibleAt when it can be received, for the first time or again
 * @param receipt what deletes it, after its latest receipt; empty before
 * @param firstReceivedAt empty before its first receipt
 */
public record Message(
        String id,
        String body,
        JsonNode attributes,
        String sender,
        Instant sentAt,
        Instant visibleAt,
        String receipt,
        int receiveCount,
        Optional<Instant> firstReceivedAt) {

    static Message sent(Sending sending, String id, Instant now) {
        return new Message(
                id,
                sending.body(),
                sending.attributes(),
                sending.sender(),
                now,
                now.plus(sending.delay()),
                "",
                0,
                Optional.empty());
    }

    Message received(String newReceipt, Instant now, Instant visibleAgainAt) {
        return new Message(
                id,
                body,
                attributes,
                sender,
                sentAt,
                visibleAgainAt,
                newReceipt,
                receiveCount + 1,
                Optional.of(firstReceivedAt.orElse(now)));
    }

    Message visibleAt(Instant time) {
        return new Message(id, body, attributes, sender, sentAt, time, receipt, receiveCount, firstReceivedAt);
    }

    boolean isVisible(Instant now) {
        return !visibleAt.isAfter(now);
    }
}

package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What SQS itself says of a message, all of it text. */
public final class SystemAttributes {
    private SystemAttributes() {}

    public static ObjectNode of(Message message) {
        ObjectNode attributes = JsonNodeFactory.instance
                .objectNode()
                .put("ApproximateReceiveCount", Integer.toString(message.receiveCount()))
                .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()))
                .put("SenderId", message.sender());
        message.firstReceivedAt()
                .ifPresent(
                        time -> attributes.put("ApproximateFirstReceiveTimestamp", Long.toString(time.toEpochMilli())));
        return attributes;
    }
}

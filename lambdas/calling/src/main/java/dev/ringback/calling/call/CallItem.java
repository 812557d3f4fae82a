package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.instant;
import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.media.Media;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A call as it lies in the Calls table. */
final class CallItem {
    /** How long a call can be looked up after it began; DynamoDB's TTL removes it then. */
    private static final Duration KEPT = Duration.ofDays(90);

    private CallItem() {}

    static Map<String, AttributeValue> key(String callId) {
        return Map.of("callId", text(callId));
    }

    static Map<String, AttributeValue> write(Call call) {
        Map<String, AttributeValue> item = new HashMap<>(key(call.id()));
        item.put("state", text(call.state().name()));
        item.put("callerId", text(call.callerId()));
        item.put("calleeId", text(call.calleeId()));
        item.put("callerOwner", text(call.callerOwner()));
        item.put("startedAt", millis(call.startedAt()));
        item.put("ringUntil", millis(call.ringUntil()));
        item.put("leaseUntil", millis(call.leaseUntil()));
        item.put("expiresAt", number(call.startedAt().plus(KEPT).getEpochSecond()));
        return item;
    }

    static Call read(Map<String, AttributeValue> item) {
        return new Call(
                item.get("callId").s(),
                CallState.valueOf(item.get("state").s()),
                item.get("callerId").s(),
                item.get("calleeId").s(),
                item.get("callerOwner").s(),
                media(item),
                instant(item.get("startedAt")),
                instant(item.get("ringUntil")),
                instant(item.get("leaseUntil")));
    }

    private static Optional<Media> media(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("sessionId"))
                .map(session -> new Media(
                        session.s(),
                        participant(item, "callerParticipantId", "callerToken"),
                        participant(item, "calleeParticipantId", "calleeToken")));
    }

    private static Media.Participant participant(Map<String, AttributeValue> item, String id, String token) {
        return new Media.Participant(
                item.get(id).s(), item.containsKey(token) ? item.get(token).s() : "");
    }
}

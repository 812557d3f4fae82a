package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.instant;
import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.dynamodb.Expressions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A call as it lies in the Calls table. */
public final class CallItem {
    /** The one value of {@code leased}: the index of leases holds whatever has it. */
    static final AttributeValue LEASED = text("leased");

    private CallItem() {}

    static Map<String, AttributeValue> key(String callId) {
        return Map.of("callId", text(callId));
    }

    static Map<String, AttributeValue> write(NewCall fresh) {
        Call call = fresh.call();
        Map<String, AttributeValue> item = new HashMap<>(key(call.id()));
        item.put("state", text(call.state().name()));
        item.put("callerId", text(call.callerId()));
        item.put("callerOwner", text(call.parties().callerOwner()));
        item.put("calleeId", text(call.calleeId()));
        item.put("startedAt", millis(call.timeline().startedAt()));
        item.put("ringUntil", millis(call.ringUntil()));
        item.put("changedBy", text(call.change().by()));
        item.put("changedAt", millis(call.change().at()));
        item.put("version", number(call.version()));
        item.put("position", text(CallHistory.position(call.timeline().startedAt(), call.id())));
        item.put("leased", LEASED);
        call.leaseUntil().ifPresent(until -> item.put("leaseUntil", millis(until)));
        call.noted().traceId().ifPresent(trace -> item.put("traceId", text(trace)));
        item.put("expiresAt", number(fresh.keepUntil().getEpochSecond()));
        return item;
    }

    /** @param item of a call, not of a request's pin */
    public static Call read(Map<String, AttributeValue> item) {
        return new Call(
                item.get("callId").s(),
                state(item),
                parties(item),
                timeline(item),
                MediaItem.read(item),
                new Change(item.get("changedBy").s(), reason(item), instant(item.get("changedAt"))),
                Long.parseLong(item.get("version").n()),
                time(item, "leaseUntil"),
                new Noted(time(item, "mediaAt"), NoteItems.read(item), word(item, "traceId")));
    }

    static CallState state(Map<String, AttributeValue> item) {
        return CallState.valueOf(item.get("state").s());
    }

    static Parties parties(Map<String, AttributeValue> item) {
        return new Parties(
                item.get("callerId").s(),
                item.get("callerOwner").s(),
                item.get("calleeId").s(),
                word(item, "calleeOwner"),
                word(item, "answeredBy"));
    }

    static Timeline timeline(Map<String, AttributeValue> item) {
        return new Timeline(
                instant(item.get("startedAt")),
                instant(item.get("ringUntil")),
                time(item, "answeredAt"),
                time(item, "endedAt"));
    }

    static Optional<String> reason(Map<String, AttributeValue> item) {
        return word(item, "reason");
    }

    private static Optional<String> word(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static Optional<Instant> time(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(Expressions::instant);
    }
}

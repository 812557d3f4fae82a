package dev.ringback.callevents.bus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.callevents.CallChange;
import java.time.Instant;
import java.util.Optional;

/** A change of a call as JSON for whoever listens. Times are ISO 8601; it carries no credential and no name. */
final class EventDetail {
    private final String environment;

    EventDetail(String environment) {
        this.environment = environment;
    }

    String of(CallChange change) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("environment", environment);
        detail.put("callId", change.callId());
        detail.put("state", change.state());
        change.reason().ifPresent(reason -> detail.put("reason", reason));
        detail.put("by", change.by());
        put(detail, change.parties());
        detail.put("at", change.at().toString());
        put(detail, change.times());
        detail.put("version", change.version());
        change.traceId().ifPresent(trace -> detail.put("traceId", trace));
        return detail.toString();
    }

    private static void put(ObjectNode detail, CallChange.Parties parties) {
        detail.put("callerId", parties.callerId());
        detail.put("calleeId", parties.calleeId());
        detail.put("callerOwner", parties.callerOwner());
        parties.calleeOwner().ifPresent(owner -> detail.put("calleeOwner", owner));
        parties.answeredBy().ifPresent(device -> detail.put("answeredBy", device));
    }

    private static void put(ObjectNode detail, CallChange.Times times) {
        detail.put("startedAt", times.startedAt().toString());
        detail.put("ringUntil", times.ringUntil().toString());
        put(detail, "answeredAt", times.answeredAt());
        put(detail, "endedAt", times.endedAt());
    }

    private static void put(ObjectNode detail, String name, Optional<Instant> time) {
        time.ifPresent(at -> detail.put(name, at.toString()));
    }
}

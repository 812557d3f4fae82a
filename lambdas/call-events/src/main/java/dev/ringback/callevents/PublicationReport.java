package dev.ringback.callevents;

import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.util.HashMap;
import java.util.Map;

/** Logs and counts what became of events. */
final class PublicationReport {
    private final Telemetry telemetry;

    PublicationReport(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void notPublished(String target, CallChange change, RuntimeException failure) {
        String reason = failure instanceof NotPublishedException known ? known.getMessage() : Trace.of(failure);
        Map<String, Object> fields = about(change);
        fields.put("target", target);
        fields.put("reason", reason);
        telemetry.event(Level.ERROR, "eventNotPublished", fields);
        telemetry.count(Metric.EVENTS_NOT_PUBLISHED, Map.of("target", target));
    }

    void published(CallChange change) {
        telemetry.event(Level.INFO, "callChanged", about(change));
    }

    private static Map<String, Object> about(CallChange change) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("callId", change.callId());
        fields.put("state", change.state());
        fields.put("version", change.version());
        change.traceId().ifPresent(trace -> fields.put(JsonTelemetry.TRACE_ID, trace));
        return fields;
    }

    /** It would be as unreadable the next time, and later changes would wait for it. */
    void notRead(String sequenceNumber) {
        telemetry.event(Level.ERROR, "changeNotRead", Map.of("sequenceNumber", sequenceNumber));
    }

    /** One line for a batch. */
    void batch(int records, int changes, int open, long millis) {
        telemetry.event(
                open == 0 ? Level.INFO : Level.WARN,
                "eventsPublished",
                Map.of("records", records, "changes", changes, "open", open, "millis", millis));
    }
}

package dev.ringback.calling;

import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, for tests to look at. */
public final class RecordingTelemetry implements Telemetry {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<Count> counts = new CopyOnWriteArrayList<>();
    private final List<Millis> millis = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> subjects = new CopyOnWriteArrayList<>();
    private volatile Optional<String> traceId = Optional.empty();

    public record Event(Level level, String event, Map<String, ?> fields) {}

    public record Count(Metric metric, Map<String, String> dimensions) {}

    public record Millis(Metric metric, long millis, Map<String, String> dimensions) {}

    @Override
    public void event(Level level, String event, Map<String, ?> fields) {
        events.add(new Event(level, event, Map.copyOf(fields)));
    }

    @Override
    public void count(Metric metric, Map<String, String> dimensions) {
        metric.check(dimensions);
        counts.add(new Count(metric, Map.copyOf(dimensions)));
    }

    @Override
    public void millis(Metric metric, long duration, Map<String, String> dimensions) {
        metric.check(dimensions);
        millis.add(new Millis(metric, duration, Map.copyOf(dimensions)));
    }

    @Override
    public void about(Map<String, String> fields) {
        subjects.add(Map.copyOf(fields));
    }

    @Override
    public Optional<String> traceId() {
        return traceId;
    }

    /** Makes what follows part of a trace. */
    public void traced(String id) {
        traceId = Optional.of(id);
    }

    /** What was being worked on, one after the other. */
    public List<Map<String, String>> subjects() {
        return List.copyOf(subjects);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<Count> counts() {
        return List.copyOf(counts);
    }

    public List<Millis> durations() {
        return List.copyOf(millis);
    }
}

package dev.ringback.calling;

import dev.ringback.telemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Telemetry that a test can read back as text. */
public final class RecordedTelemetry implements Telemetry {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void event(Level level, String event, Map<String, ?> fields) {
        lines.add(level + " " + event + " " + fields);
    }

    @Override
    public void count(String metric, Map<String, String> dimensions) {
        lines.add(metric + " " + dimensions);
    }

    @Override
    public void millis(String metric, long millis, Map<String, String> dimensions) {
        lines.add(metric + " " + dimensions);
    }
}

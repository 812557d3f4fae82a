package dev.ringback.operations.doctor;

import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import java.util.Map;
import java.util.Optional;

/** What a function would log is told by the findings. */
final class NoTelemetry implements Telemetry {
    @Override
    public void event(Level level, String event, Map<String, ?> fields) {}

    @Override
    public void count(Metric metric, Map<String, String> dimensions) {}

    @Override
    public void millis(Metric metric, long millis, Map<String, String> dimensions) {}

    @Override
    public void about(Map<String, String> fields) {}

    @Override
    public Optional<String> traceId() {
        return Optional.empty();
    }
}

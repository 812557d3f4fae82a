package dev.ringback.operations.doctor;

import dev.ringback.telemetry.Telemetry;
import java.util.Map;

/** What a function would log is told by the findings. */
final class NoTelemetry implements Telemetry {
    @Override
    public void event(Level level, String event, Map<String, ?> fields) {}

    @Override
    public void count(String metric, Map<String, String> dimensions) {}

    @Override
    public void millis(String metric, long millis, Map<String, String> dimensions) {}
}

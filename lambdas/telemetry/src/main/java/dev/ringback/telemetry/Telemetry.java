package dev.ringback.telemetry;

import java.util.Map;

/** Where a function's log lines and metrics go; both are single JSON lines on standard output, which Lambda ships to CloudWatch. */
public interface Telemetry {
    /**
     * One event as one line. Fields are ids, codes, counts and milliseconds: never a token, a secret, a device token or a name.
     */
    void event(Level level, String event, Map<String, ?> fields);

    /**
     * Adds to a counter.
     *
     * @param dimensions exactly those that the metric has; they have few values (a code, an operation), never an id
     */
    void count(Metric metric, Map<String, String> dimensions);

    /** Records a duration in milliseconds. */
    void millis(Metric metric, long millis, Map<String, String> dimensions);

    /** How loud a line is. */
    enum Level {
        INFO,
        WARN,
        ERROR
    }
}

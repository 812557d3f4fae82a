package dev.ringback.telemetry;

import java.util.Map;
import java.util.Optional;

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

    /**
     * What this thread is busy with: its lines, and those of the threads that it starts from now on, carry these fields, until
     * others take their place or the invocation is over.
     */
    void about(Map<String, String> fields);

    /** The trace that this invocation is part of; empty where Lambda says nothing of one. */
    Optional<String> traceId();

    /** How loud a line is. */
    enum Level {
        INFO,
        WARN,
        ERROR
    }
}

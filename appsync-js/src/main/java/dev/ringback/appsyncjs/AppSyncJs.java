package dev.ringback.appsyncjs;

import java.time.Clock;
import java.time.Duration;

/** The APPSYNC_JS runtime, version 1.0.0, on this machine. Safe for many threads. */
public final class AppSyncJs implements AutoCloseable {
    private static final int MOST_CHARACTERS = 32_768;
    private static final Duration LONGEST_EVALUATION = Duration.ofSeconds(10);

    private final Sandbox sandbox;

    private AppSyncJs(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static AppSyncJs start() {
        return start(Clock.systemUTC());
    }

    /** Starts the runtime with the clock that {@code util.time} and the sortable ids read. */
    public static AppSyncJs start(Clock clock) {
        return start(clock, LONGEST_EVALUATION);
    }

    static AppSyncJs start(Clock clock, Duration longestEvaluation) {
        return new AppSyncJs(new Sandbox(clock, longestEvaluation));
    }

    /**
     * Reads the code of a resolver or a pipeline function.
     *
     * @param name for messages, a file name
     * @throws InvalidCode when AppSync would not take it: too long, a syntax error, an unknown import, no handlers
     */
    public Code compile(String name, String source) {
        if (source.length() > MOST_CHARACTERS) {
            throw new InvalidCode("%s: %,d characters of code; AppSync takes at most %,d"
                    .formatted(name, source.length(), MOST_CHARACTERS));
        }
        return sandbox.compile(name, source);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}

package dev.ringback.calling.media.bandwidth;

import java.time.Duration;

/** Limits for tests. */
public final class TestLimits {
    /** For tests in which nothing hangs: never reached. */
    public static final Limits PATIENT = limits(5_000, 20_000, 10_000);

    /** For tests in which something hangs: reached soon. */
    public static final Limits HASTY = limits(700, 2_500, 2_000);

    private TestLimits() {}

    private static Limits limits(long request, long setUp, long undo) {
        return new Limits(
                Duration.ofSeconds(1),
                Duration.ofMillis(request),
                Duration.ofMillis(setUp),
                Duration.ofMillis(undo),
                Duration.ofMillis(setUp),
                Duration.ofMillis(setUp),
                Duration.ofSeconds(20));
    }
}

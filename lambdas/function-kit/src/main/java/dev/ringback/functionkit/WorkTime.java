package dev.ringback.functionkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long a function may begin new work, so that what was begun still ends before Lambda stops it. */
public final class WorkTime {
    private final InstantSource clock;
    private final Instant end;

    private WorkTime(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /**
     * @param remainingMillis what Lambda says is left of the invocation
     * @param longestTask how long what is begun last may take
     */
    public static WorkTime of(InstantSource clock, int remainingMillis, Duration longestTask) {
        return new WorkTime(clock, clock.instant().plusMillis(remainingMillis).minus(longestTask));
    }

    public boolean isLeft() {
        return clock.instant().isBefore(end);
    }
}

package dev.ringback.calling.media.bandwidth;

import java.time.Duration;

/** When to have finished, on the monotonic clock: an invocation is never frozen half-way. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean leavesMoreThan(Duration time) {
        return left().compareTo(time) > 0;
    }

    Duration atMost(Duration time) {
        Duration left = left();
        return left.compareTo(time) < 0 ? left : time;
    }
}

package dev.ringback.local.dynamodb;

import java.time.Duration;

/** Tells those who read streams that there may be something new, so that they need not keep looking. */
public final class Writes {
    private long count;

    synchronized void happened() {
        count++;
        notifyAll();
    }

    public synchronized long count() {
        return count;
    }

    /** Waits for a write after the given count, but no longer than the given time. */
    public synchronized void await(long seen, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis(); count == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}

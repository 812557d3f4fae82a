package dev.ringback.local.e2e;

import java.time.Duration;

/** What becomes true a moment after the answer. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private Eventually() {}

    interface Check {
        boolean holds() throws Exception;
    }

    /** @param what as a sentence, for the failure */
    static void holds(String what, Check check) throws Exception {
        holds(what, PATIENCE, check);
    }

    static void holds(String what, Duration patience, Check check) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}

package dev.ringback.local.cognito;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Slows down guessing: after a number of failures in a row there is a pause. */
final class Attempts {
    private static final int GUESSES = 5;
    private static final int REQUESTS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final int free;
    private final IntFunction<Duration> pauseAfter;
    private final Map<String, Failures> byKey = new HashMap<>();

    private record Failures(int count, Instant pausedUntil) {}

    private Attempts(Clock clock, int free, IntFunction<Duration> pauseAfter) {
        this.clock = clock;
        this.free = free;
        this.pauseAfter = pauseAfter;
    }

    /** As Cognito does: from the fifth failure on a second, doubled by each further one, up to 15 minutes. */
    static Attempts ofPasswords(Clock clock) {
        return new Attempts(clock, GUESSES, count -> {
            long seconds = 1L << Math.min(count - GUESSES, 20);
            return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
        });
    }

    static Attempts ofCodes(Clock clock) {
        return new Attempts(clock, GUESSES, count -> LONGEST);
    }

    /** Asking for codes counts as failing: Cognito takes 5 to 20 requests an hour, as it sees the risk. */
    static Attempts ofCodeRequests(Clock clock) {
        return new Attempts(clock, REQUESTS, count -> LONGEST);
    }

    synchronized boolean mustWait(String key) {
        Failures failures = byKey.get(key);
        return failures != null && clock.instant().isBefore(failures.pausedUntil());
    }

    synchronized void failed(String key) {
        Instant now = clock.instant();
        Failures before = byKey.get(key);
        boolean forgotten = before == null || now.isAfter(before.pausedUntil().plus(LONGEST));
        int count = forgotten ? 1 : before.count() + 1;
        byKey.put(key, new Failures(count, count < free ? now : now.plus(pauseAfter.apply(count))));
    }

    synchronized void succeeded(String key) {
        byKey.remove(key);
    }
}

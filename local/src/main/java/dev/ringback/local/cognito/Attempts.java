package dev.ringback.local.cognito;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Slows down guessing: after a number of failures in a row there is a pause. */
final class Attempts {
    private static final int GUESSES = 5;
    private static final int REQUESTS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final int free;
    private final IntFunction<Duration> pauseAfter;
    private final Map<String, Failures> byKey = new ConcurrentHashMap<>();

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

    /**
     * What the check finds; nothing found counts as a failure. One attempt at a time for a key, so that guesses in
     * parallel do not get past the pause.
     *
     * @param tooMany what one who must wait is told, without a check
     */
    <T> Optional<T> attempt(String key, Supplier<? extends RuntimeException> tooMany, Supplier<Optional<T>> check) {
        AtomicReference<Optional<T>> found = new AtomicReference<>();
        byKey.compute(key, (_, before) -> {
            if (before != null && clock.instant().isBefore(before.pausedUntil())) {
                throw tooMany.get();
            }
            found.set(check.get());
            return found.get().isPresent() ? null : failed(before);
        });
        return found.get();
    }

    private Failures failed(Failures before) {
        Instant now = clock.instant();
        boolean forgotten = before == null || now.isAfter(before.pausedUntil().plus(LONGEST));
        int count = forgotten ? 1 : before.count() + 1;
        return new Failures(count, count < free ? now : now.plus(pauseAfter.apply(count)));
    }

    void forget(String key) {
        byKey.remove(key);
    }
}

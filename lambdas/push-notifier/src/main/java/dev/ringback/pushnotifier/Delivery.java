package dev.ringback.pushnotifier;

import dev.ringback.calling.Pause;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Sends a push, and again to those whom that may still reach while it is worth anything; phones drop doubles by the call's id.
 */
final class Delivery {
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final int ATTEMPTS_WHEN_UNKNOWN = 2;
    private static final long PAUSE_MILLIS = 200;

    /** Lambda reseeds it after a restore from a snapshot. */
    private final RandomGenerator jitter = new SecureRandom();

    private final PushSender sender;
    private final InstantSource clock;
    private final Pause pause;

    Delivery(PushSender sender, InstantSource clock, Pause pause) {
        this.sender = sender;
        this.clock = clock;
        this.pause = pause;
    }

    /** @param push as it is to be sent at a time, so that each attempt says how long is left */
    Map<Address, PushOutcome> deliver(List<Address> addresses, Function<Instant, Push> push)
            throws InterruptedException {
        Map<Address, PushOutcome> outcomes = new HashMap<>();
        List<Address> open = addresses;
        Instant end = clock.instant().plus(WHOLE);
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            Push now = push.apply(clock.instant());
            sender.send(open, now).forEach((address, outcome) -> outcomes.merge(address, outcome, Delivery::later));
            int done = attempt;
            open = open.stream()
                    .filter(address -> done < attempts(outcomes.get(address)))
                    .toList();
            if (!open.isEmpty() && !pausedBefore(earlier(end, now.notice().expiresAt()), attempt)) {
                break;
            }
        }
        return outcomes;
    }

    private boolean pausedBefore(Instant end, int attempt) throws InterruptedException {
        long shortest = PAUSE_MILLIS << (attempt - 1);
        Duration time = Duration.ofMillis(jitter.nextLong(shortest, 2 * shortest));
        if (!clock.instant().plus(time).isBefore(end)) {
            return false;
        }
        pause.of(time);
        return true;
    }

    /** An attempt that may have arrived is not undone by a later one that surely did not. */
    private static PushOutcome later(PushOutcome before, PushOutcome now) {
        boolean lessIsKnownNow = before.mayHaveArrived() && now instanceof PushOutcome.Retryable;
        return lessIsKnownNow ? before : now;
    }

    private static int attempts(PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Retryable _, PushOutcome.Unanswered _ -> ATTEMPTS;
            case PushOutcome.Unknown _ -> ATTEMPTS_WHEN_UNKNOWN;
            case PushOutcome.Accepted _,
                    PushOutcome.TokenDead _,
                    PushOutcome.WrongForChannel _,
                    PushOutcome.Misconfigured _ -> 1;
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

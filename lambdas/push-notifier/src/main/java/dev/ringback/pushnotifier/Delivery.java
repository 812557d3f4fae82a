package dev.ringback.pushnotifier;

import dev.ringback.calling.Pause;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.device.Device;
import dev.ringback.pushnotifier.push.CallPush;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sends a push, and again while that helps and the phone should still ring; phones drop doubles by the call's id. */
final class Delivery {
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final int ATTEMPTS_WHEN_UNKNOWN = 2;
    private static final long PAUSE_MILLIS = 200;

    /** Lambda reseeds it after a restore from a snapshot. */
    private final RandomGenerator jitter = new SecureRandom();

    private final PushSender sender;
    private final boolean withToken;
    private final InstantSource clock;
    private final Pause pause;

    /** @param withToken whether a push carries what the callee joins with, or leaves that to its answer */
    Delivery(PushSender sender, boolean withToken, InstantSource clock, Pause pause) {
        this.sender = sender;
        this.withToken = withToken;
        this.clock = clock;
        this.pause = pause;
    }

    PushOutcome deliver(Call call, Device device, Optional<String> callerName) throws InterruptedException {
        Instant end = earlier(clock.instant().plus(WHOLE), call.ringUntil());
        PushOutcome outcome = send(call, device, callerName);
        for (int attempt = 1; attempt < attempts(outcome); attempt++) {
            long shortest = PAUSE_MILLIS << (attempt - 1);
            Duration before = Duration.ofMillis(jitter.nextLong(shortest, 2 * shortest));
            if (!clock.instant().plus(before).isBefore(end)) {
                return outcome;
            }
            pause.of(before);
            outcome = send(call, device, callerName);
        }
        return outcome;
    }

    private PushOutcome send(Call call, Device device, Optional<String> callerName) {
        Optional<String> token =
                call.media().filter(_ -> withToken).map(media -> media.callee().token());
        CallPush push = new CallPush(call.id(), call.callerId(), callerName, token, clock.instant(), call.ringUntil());
        return sender.send(device.notifyType(), device.deviceToken(), push);
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

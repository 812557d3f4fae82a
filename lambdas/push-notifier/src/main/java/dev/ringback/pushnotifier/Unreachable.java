package dev.ringback.pushnotifier;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.Transition;
import dev.ringback.pushnotifier.RingDevices.Ringing;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Ends a call whose callee no push can reach, so that the caller does not listen to ringing that nobody hears. */
final class Unreachable {
    private final CallEnding ending;
    private final InstantSource clock;

    Unreachable(CallEnding ending, InstantSource clock) {
        this.ending = ending;
        this.clock = clock;
    }

    void endIfSo(Ringing ringing) {
        if (ringing instanceof Ringing.Sent(var call, var pushed)
                && pushed.stream().noneMatch(push -> push.outcome().mayHaveArrived())) {
            end(call, reason(pushed));
        }
    }

    /** That of the device that came nearest to ringing. */
    private static String reason(List<Pushed> pushed) {
        return pushed.stream()
                .map(push -> Failure.of(push.outcome()))
                .min(Comparator.naturalOrder())
                .map(Failure::reason)
                .orElse("no_device");
    }

    private void end(Call call, String reason) {
        Change change = Change.bySystem(reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        ending.end(call, Transition.NOT_REACHED, change);
    }

    /** The more passing one first. */
    private enum Failure {
        UNAVAILABLE,
        MISCONFIGURED,
        WRONG_CHANNEL,
        TOKEN_DEAD;

        String reason() {
            return "push_" + name().toLowerCase(Locale.ROOT);
        }

        static Failure of(PushOutcome outcome) {
            return switch (outcome) {
                case PushOutcome.TokenDead _ -> TOKEN_DEAD;
                case PushOutcome.WrongForChannel _ -> WRONG_CHANNEL;
                case PushOutcome.Misconfigured _ -> MISCONFIGURED;
                case PushOutcome.Retryable _ -> UNAVAILABLE;
                case PushOutcome.Accepted _, PushOutcome.Unanswered _, PushOutcome.Unknown _ ->
                    throw new IllegalArgumentException("it may have arrived");
            };
        }
    }
}

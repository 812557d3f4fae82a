package dev.ringback.pushnotifier;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.Transition;
import dev.ringback.pushnotifier.RingCallee.Ringing;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Ends a call whose callee no push can reach, so that the caller does not listen to ringing that nobody hears. */
final class Unreachable {
    private final CallEnding ending;
    private final InstantSource clock;

    Unreachable(CallEnding ending, InstantSource clock) {
        this.ending = ending;
        this.clock = clock;
    }

    void endIfSo(Ringing ringing) {
        switch (ringing) {
            case Ringing.NotSent _ -> {}
            case Ringing.NoDevice(var call) -> end(call, "no_device");
            case Ringing.Sent(var call, var _, var outcome) -> reason(outcome).ifPresent(reason -> end(call, reason));
        }
    }

    /** Empty while the phone may ring: a push of unknown fate has perhaps reached it. */
    private static Optional<String> reason(PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Accepted _, PushOutcome.Unanswered _, PushOutcome.Unknown _ -> Optional.empty();
            case PushOutcome.TokenDead _ -> Optional.of("push_token_dead");
            case PushOutcome.WrongForChannel _ -> Optional.of("push_wrong_channel");
            case PushOutcome.Misconfigured _ -> Optional.of("push_misconfigured");
            case PushOutcome.Retryable _ -> Optional.of("push_unavailable");
        };
    }

    private void end(Call call, String reason) {
        Change change = Change.bySystem(reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        ending.end(call, Transition.NOT_REACHED, change);
    }
}

package dev.ringback.calling.call;

import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Ends calls. The write that ends one frees both devices; its media is released by whoever hears of the end, and by the
 * sweeper if nobody does.
 */
public final class CallEnding {
    private final CallStore calls;
    private final Clock clock;
    private final Telemetry telemetry;

    public CallEnding(CallStore calls, Clock clock, Telemetry telemetry) {
        this.calls = calls;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /** @param endedNow false if somebody else had ended it before */
    public record Ended(Call call, boolean endedNow) {}

    /**
     * Ends a call for one of its parties, in whatever state that finds it: while it rings the caller cancels and the callee
     * declines, later both hang up.
     *
     * @param clientId the device that asks; it takes part in the call
     * @throws dev.ringback.calling.ContendedException if it could not be written; nothing was changed
     */
    public Ended hangUp(Call seen, String clientId, Optional<String> reason) {
        Call call = seen;
        Optional<Transition> transition = hangingUp(call, clientId);
        // States only go forward, so this ends.
        while (transition.isPresent()) {
            switch (end(call, transition.get(), new Change(clientId, reason, now()))) {
                case Changing.Changed(Call ended) -> {
                    return new Ended(ended, true);
                }
                case Changing.Refused(Call now) -> call = now;
                case Changing.Unknown() -> {
                    return new Ended(call, false);
                }
            }
            transition = hangingUp(call, clientId);
        }
        return new Ended(call, false);
    }

    /** Empty too once another device of the same user has answered: this one's ringing is over, and the call is not. */
    private static Optional<Transition> hangingUp(Call call, String clientId) {
        Actor party = call.parties().isCaller(clientId) ? Actor.CALLER : Actor.CALLEE;
        return Transition.hangingUp(party, call.state())
                .filter(_ -> call.parties().stillHas(clientId));
    }

    /** Turns down a call that rings; the call as it then is, whatever others made of it first. */
    public Call decline(Call seen, String clientId, Optional<String> reason) {
        return switch (end(seen, Transition.DECLINE, new Change(clientId, reason, now()))) {
            case Changing.Changed(Call declined) -> declined;
            case Changing.Refused(Call other) -> other;
            case Changing.Unknown() -> seen;
        };
    }

    /** Ends the call a device is in, because the device goes away. Nothing happens if there is no such call. */
    public void leave(String callId, String clientId) {
        calls.find(callId).ifPresent(call -> hangUp(call, clientId, Optional.of("device_removed")));
    }

    /** Ends a call for the backend; refused if it is no longer in the state that this starts from. */
    public Changing end(Call seen, Transition transition, Change change) {
        Changing changing = calls.end(seen, transition, change);
        if (changing instanceof Changing.Changed(Call ended)) {
            count(ended);
        }
        return changing;
    }

    /** Undoes a call that could not be set up. Never throws: what cannot be written now is done when its lease is over. */
    public void fail(Call call, String reason) {
        try {
            Change change = Change.bySystem(reason, now());
            // A callee who was calling too may have answered it, before its set-up was through.
            if (end(call, Transition.FAIL, change) instanceof Changing.Refused(Call answered)
                    && answered.state() == CallState.ANSWERED) {
                end(answered, Transition.EXPIRE, change);
            }
        } catch (RuntimeException e) {
            telemetry.event(
                    Level.ERROR,
                    "callNotEnded",
                    Map.of("callId", call.id(), "failure", e.getClass().getSimpleName()));
        }
    }

    private void count(Call ended) {
        telemetry.count(Metric.CALLS_ENDED, Map.of("state", ended.state().name()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package dev.ringback.calling.call;

import static dev.ringback.calling.call.Actor.CALLEE;
import static dev.ringback.calling.call.Actor.CALLER;
import static dev.ringback.calling.call.Actor.SYSTEM;
import static dev.ringback.calling.call.CallState.ANSWERED;
import static dev.ringback.calling.call.CallState.CANCELLED;
import static dev.ringback.calling.call.CallState.DECLINED;
import static dev.ringback.calling.call.CallState.ENDED;
import static dev.ringback.calling.call.CallState.FAILED;
import static dev.ringback.calling.call.CallState.MISSED;
import static dev.ringback.calling.call.CallState.RINGING;
import static dev.ringback.calling.call.CallState.UNREACHABLE;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Every legal change of a call: the whole state machine. What is not here is refused. */
public enum Transition {
    ANSWER(RINGING, ANSWERED, CALLEE),
    DECLINE(RINGING, DECLINED, CALLEE),
    CANCEL(RINGING, CANCELLED, CALLER),
    HANG_UP(ANSWERED, ENDED, CALLER, CALLEE),
    TIME_OUT(RINGING, MISSED, SYSTEM),
    NOT_REACHED(RINGING, UNREACHABLE, SYSTEM),
    FAIL(RINGING, FAILED, SYSTEM),
    EXPIRE(ANSWERED, ENDED, SYSTEM);

    private final CallState from;
    private final CallState to;
    private final Set<Actor> actors;

    Transition(CallState from, CallState to, Actor... actors) {
        this.from = from;
        this.to = to;
        this.actors = Set.of(actors);
    }

    public CallState from() {
        return from;
    }

    public CallState to() {
        return to;
    }

    public boolean isFor(Actor actor) {
        return actors.contains(actor);
    }

    /** How this party ends a call that is in this state; empty if it is over, and for the backend, which has to say why. */
    public static Optional<Transition> hangingUp(Actor party, CallState state) {
        return Arrays.stream(values())
                .filter(change -> party != SYSTEM && change.isFor(party))
                .filter(change -> change.from == state && change.to.isFinal())
                .findFirst();
    }
}

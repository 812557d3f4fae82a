package dev.ringback.calling.call;

import java.time.Instant;
import java.util.Optional;

/** How a call whose time is up has to end: what is left to do when whoever should have done it died. */
public record Overdue(Transition transition, Change change) {
    /** Empty for a call that is over, and for one that still has time. */
    public static Optional<Overdue> of(Call call, Instant now) {
        if (call.state().isFinal() || !call.leaseIsOver(now)) {
            return Optional.empty();
        }
        if (call.state() == CallState.ANSWERED) {
            return Optional.of(new Overdue(Transition.EXPIRE, Change.bySystem("lease_expired", now)));
        }
        return Optional.of(
                call.isSetUp()
                        ? unanswered(now)
                        : new Overdue(Transition.FAIL, Change.bySystem("set_up_abandoned", now)));
    }

    /** The end of a call that rang in vain. */
    public static Overdue unanswered(Instant now) {
        return new Overdue(Transition.TIME_OUT, Change.bySystem("no_answer", now));
    }
}

package dev.ringback.initiatecall;

import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.Overdue;
import java.time.Instant;
import java.util.Optional;

/** What a request gets that has made its call before: the same answer, as soon as there is one. */
record Repetition(CallStore calls, CallWatch watch, CallEnding ending) {
    /** What to do about it. */
    sealed interface Repeated {
        record Answer(Result<InitiateCallAnswer> answer) implements Repeated {}

        /** That call was to another device. */
        record OtherCallee() implements Repeated {}

        /** That call could not be set up, so the request may make another. */
        record MayTryAgain(String failedCallId) implements Repeated {}
    }

    /** @param wanted the call that the request would make now */
    Repeated of(String callId, Call wanted) {
        Optional<Call> made = watch.untilSetUp(callId)
                .map(call -> endedIfOverdue(call, wanted.timeline().startedAt()));
        if (made.isEmpty()) {
            return new Repeated.MayTryAgain(callId);
        }
        Call call = made.get();
        boolean merged = call.parties().isReverseOf(wanted.parties());
        if (!merged && !call.calleeId().equals(wanted.calleeId())) {
            return new Repeated.OtherCallee();
        }
        if (call.state() == CallState.FAILED) {
            return new Repeated.MayTryAgain(callId);
        }
        if (call.state().isFinal()) {
            return refuse(ErrorCode.ofCallState(call.state()), "This request made a call that is over.");
        }
        return call.media()
                .<Repeated>map(media -> new Repeated.Answer(Result.answer(
                        merged ? InitiateCallAnswer.merged(call) : InitiateCallAnswer.toCaller(call, media))))
                .orElseGet(() -> refuse(TRY_AGAIN, "The call is still being set up. Please try again."));
    }

    /** Sees to it that a request which was merged with another call finds that one when it is sent again. */
    Result<InitiateCallAnswer> pinned(NewCall wanted, Result<InitiateCallAnswer> result) {
        if (result instanceof Result.Answered<InitiateCallAnswer>(var answer)) {
            Instant now = wanted.call().timeline().startedAt();
            wanted.pin().ifPresent(pin -> calls.pin(pin, answer.callId(), now));
        }
        return result;
    }

    /** Whoever was to set it up may have died, and the sweeper comes only once a minute. */
    private Call endedIfOverdue(Call call, Instant now) {
        return Overdue.of(call, now)
                .map(overdue -> switch (ending.end(call, overdue.transition(), overdue.change())) {
                    case Changing.Changed(Call ended) -> ended;
                    case Changing.Refused(Call other) -> other;
                    case Changing.Unknown() -> call;
                })
                .orElse(call);
    }

    private static Repeated refuse(ErrorCode code, String message) {
        return new Repeated.Answer(Result.refuse(code, message));
    }
}

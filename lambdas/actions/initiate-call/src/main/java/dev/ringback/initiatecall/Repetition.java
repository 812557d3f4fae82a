package dev.ringback.initiatecall;

import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation.AlreadyMade;
import dev.ringback.calling.call.Overdue;
import java.time.Instant;
import java.util.Optional;

/** What a request gets that has made its call before: the same answer, as soon as there is one, and also when the call is over. */
record Repetition(CallWatch watch, CallEnding ending, GivenAnswers given) {
    /** What to do about it. */
    sealed interface Repeated {
        record Answer(Result<InitiateCallAnswer> answer) implements Repeated {}

        /** That call was to another device. */
        record OtherCallee() implements Repeated {}

        /** That call could not be set up, so the request may make another. */
        record MayTryAgain(String failedCallId) implements Repeated {}
    }

    /** @param wanted the call that the request would make now */
    Repeated of(AlreadyMade made, NewCall wanted) {
        Instant now = wanted.call().timeline().startedAt();
        Optional<Call> found = watch.untilSetUp(made.callId()).map(call -> endedIfOverdue(call, now));
        if (found.isEmpty()) {
            return new Repeated.MayTryAgain(made.callId());
        }
        Call call = found.get();
        boolean merged = call.parties().isReverseOf(wanted.call().parties());
        if (!merged && !call.calleeId().equals(wanted.call().calleeId())) {
            return new Repeated.OtherCallee();
        }
        if (call.state() == CallState.FAILED) {
            return new Repeated.MayTryAgain(made.callId());
        }
        return made.token()
                .map(token -> answer(InitiateCallAnswer.of(call, token, merged)))
                .orElseGet(() -> firstAnswer(call, merged, wanted));
    }

    /** To a request that got none yet, or whose answer is not kept. */
    private Repeated firstAnswer(Call call, boolean merged, NewCall wanted) {
        if (call.state().isFinal()) {
            return refuse(ErrorCode.ofCallState(call.state()), "This request made a call that is over.");
        }
        if (call.media().isEmpty()) {
            return refuse(TRY_AGAIN, "The call is still being set up. Please try again.");
        }
        InitiateCallAnswer answer = merged
                ? InitiateCallAnswer.merged(call)
                : InitiateCallAnswer.toCaller(call, call.media().get());
        given.keepIfPossible(wanted, answer);
        return answer(answer);
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

    private static Repeated answer(InitiateCallAnswer answer) {
        return new Repeated.Answer(Result.answer(answer));
    }

    private static Repeated refuse(ErrorCode code, String message) {
        return new Repeated.Answer(Result.refuse(code, message));
    }
}

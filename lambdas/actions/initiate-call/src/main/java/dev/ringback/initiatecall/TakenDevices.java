package dev.ringback.initiatecall;

import static dev.ringback.actionkit.ErrorCode.BUSY;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallAnswering.Answering;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore.Reservation.Taken;
import java.time.Duration;
import java.util.Optional;

/** What a caller gets when a device is in a call already: a refusal, unless it is the callee who is calling. */
final class TakenDevices {
    /** Who answered by calling, and asks again this soon, has not got the answer. Later the two are simply in a call. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final CallAnswering answering;
    private final CallWatch watch;

    TakenDevices(CallAnswering answering, CallWatch watch) {
        this.answering = answering;
        this.watch = watch;
    }

    Result<InitiateCallAnswer> answer(Call wanted, Taken taken) {
        Optional<Call> opposite =
                taken.callersCall().filter(call -> call.parties().isReverseOf(wanted.parties()));
        if (opposite.isPresent()) {
            return answerOpposite(wanted, opposite.get());
        }
        Optional<Call> ringing = taken.calleesCall().filter(call -> ringsFor(wanted, call));
        if (taken.callersCall().isEmpty() && ringing.isPresent()) {
            return answerOpposite(wanted, ringing.get());
        }
        if (taken.callersCall().isPresent()) {
            return Result.refuse(BUSY, "The caller is in another call.");
        }
        return taken.calleesCall().isPresent()
                ? Result.refuse(BUSY, "The callee is in another call.")
                : Result.refuse(TRY_AGAIN, "The devices were being freed. Please try again.");
    }

    /** The callee is calling another device of the caller's user, which rings on this one too. */
    private static boolean ringsFor(Call wanted, Call call) {
        return call.state() == CallState.RINGING
                && call.callerId().equals(wanted.calleeId())
                && call.parties().concerns(wanted.callerId(), wanted.parties().callerOwner());
    }

    private Result<InitiateCallAnswer> answerOpposite(Call wanted, Call opposite) {
        if (opposite.state() == CallState.ANSWERED && !isFresh(opposite, wanted)) {
            return Result.refuse(BUSY, "The two devices are in a call already.");
        }
        if (CallWatch.isBeingSetUp(opposite)) {
            watch.untilSetUp(opposite.id());
        }
        String callerOwner = wanted.parties().callerOwner();
        return switch (answering.answer(opposite.id(), wanted.callerId(), callerOwner)) {
            case Answering.Answered(Call call) -> Result.answer(InitiateCallAnswer.merged(call));
            case Answering.NotFound(), Answering.Illegal(var _), Answering.Busy() ->
                Result.refuse(TRY_AGAIN, "The callee was calling, and stopped. Please try again.");
        };
    }

    private static boolean isFresh(Call answered, Call wanted) {
        return answered.timeline()
                .answeredAt()
                .filter(at -> at.plus(ASKED_AGAIN).isAfter(wanted.timeline().startedAt()))
                .isPresent();
    }
}

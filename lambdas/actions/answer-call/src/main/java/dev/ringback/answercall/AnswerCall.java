package dev.ringback.answercall;

import static dev.ringback.actionkit.ErrorCode.BUSY;
import static dev.ringback.actionkit.ErrorCode.CALL_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallAnswering.Answering;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** Takes a call that rings, and gives this device of the callee's what it joins with. */
final class AnswerCall implements Action<AnswerCallRequest, AnswerCallAnswer> {
    private final CallAnswering answering;
    private final Telemetry telemetry;

    AnswerCall(CallAnswering answering, Telemetry telemetry) {
        this.answering = answering;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "answerCall";
    }

    @Override
    public Class<AnswerCallRequest> requestType() {
        return AnswerCallRequest.class;
    }

    @Override
    public Result<AnswerCallAnswer> handle(Caller caller, AnswerCallRequest request) {
        Result<AnswerCallAnswer> result = answer(caller, request);
        telemetry.event(
                Level.INFO,
                "answerCall",
                Map.of("callId", request.callId(), "clientId", request.clientId(), "outcome", outcome(result)));
        return result;
    }

    private Result<AnswerCallAnswer> answer(Caller caller, AnswerCallRequest request) {
        try {
            return switch (answering.answer(request.callId(), request.clientId(), caller.sub())) {
                case Answering.Answered(var call) -> Result.answer(AnswerCallAnswer.of(call));
                case Answering.NotFound() -> Result.refuse(CALL_NOT_FOUND, "There is no such call for this device.");
                case Answering.Illegal(var state) ->
                    Result.refuse(ErrorCode.ofCallState(state), "The call cannot be answered: it is " + state + ".");
                case Answering.Busy() -> Result.refuse(BUSY, "The device is in another call.");
            };
        } catch (ContendedException e) {
            return Result.refuse(TRY_AGAIN, "The call could not be answered. Please try again.");
        }
    }

    private static String outcome(Result<?> result) {
        return result instanceof Result.Refused<?> refused ? refused.code().name() : "ANSWERED";
    }
}

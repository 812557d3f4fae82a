package dev.ringback.declinecall;

import static dev.ringback.actionkit.ErrorCode.CALL_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.OwnCalls;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;
import java.util.Optional;

/** Turns down a call that rings, and tells the caller why. */
final class DeclineCall implements Action<DeclineCallRequest, DeclineCallAnswer> {
    private final OwnCalls calls;
    private final CallDeclining declining;
    private final Telemetry telemetry;

    DeclineCall(OwnCalls calls, CallDeclining declining, Telemetry telemetry) {
        this.calls = calls;
        this.declining = declining;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "declineCall";
    }

    @Override
    public Class<DeclineCallRequest> requestType() {
        return DeclineCallRequest.class;
    }

    @Override
    public Result<DeclineCallAnswer> handle(Caller caller, DeclineCallRequest request) {
        Result<DeclineCallAnswer> result = decline(caller, request);
        telemetry.event(
                Level.INFO,
                "declineCall",
                Map.of("callId", request.callId(), "clientId", request.clientId(), "outcome", outcome(result)));
        return result;
    }

    private Result<DeclineCallAnswer> decline(Caller caller, DeclineCallRequest request) {
        Optional<Call> call = calls.find(request.callId(), request.clientId(), caller.sub());
        if (call.isEmpty()) {
            return Result.refuse(CALL_NOT_FOUND, "There is no such call for this device.");
        }
        if (request.clientId().equals(call.get().callerId())) {
            return illegal(call.get().state());
        }
        try {
            return declined(call.get(), request);
        } catch (ContendedException e) {
            return Result.refuse(TRY_AGAIN, "The call could not be declined. Please try again.");
        }
    }

    /** Declining what is declined already succeeds: the first answer may have got lost. */
    private Result<DeclineCallAnswer> declined(Call call, DeclineCallRequest request) {
        CallState state = call.state() == CallState.RINGING
                ? declining.decline(call, request.clientId(), request.reason()).state()
                : call.state();
        // One that still rings does so for the user's other devices.
        return state == CallState.DECLINED || state == CallState.RINGING
                ? Result.answer(new DeclineCallAnswer("success", call.id(), state))
                : illegal(state);
    }

    private static Result<DeclineCallAnswer> illegal(CallState state) {
        return Result.refuse(ErrorCode.ofCallState(state), "The call cannot be declined: it is " + state + ".");
    }

    private static String outcome(Result<?> result) {
        return result instanceof Result.Refused<?> refused ? refused.code().name() : "DECLINED";
    }
}

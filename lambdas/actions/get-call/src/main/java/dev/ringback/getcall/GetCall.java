package dev.ringback.getcall;

import static dev.ringback.actionkit.ErrorCode.CALL_NOT_FOUND;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Actor;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.CallView;
import dev.ringback.calling.call.OwnCalls;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a user what his call is doing. Who talks in it and asks shows that it is still going on. */
final class GetCall implements Action<GetCallRequest, CallView> {
    /** Asked more often than this, a lease is not written anew. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final CallStore calls;
    private final OwnCalls ownCalls;
    private final CallTimes times;
    private final Clock clock;
    private final Telemetry telemetry;

    GetCall(CallStore calls, OwnCalls ownCalls, CallTimes times, Clock clock, Telemetry telemetry) {
        this.calls = calls;
        this.ownCalls = ownCalls;
        this.times = times;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "getCall";
    }

    @Override
    public Class<GetCallRequest> requestType() {
        return GetCallRequest.class;
    }

    @Override
    public Result<CallView> handle(Caller caller, GetCallRequest request) {
        Optional<Call> call = ownCalls.find(request.callId(), request.clientId(), caller.sub());
        call.filter(found -> found.state() == CallState.ANSWERED)
                .filter(found ->
                        found.parties().actor(request.clientId(), caller.sub()).isPresent())
                .ifPresent(this::renewLease);
        call.filter(found -> isWoken(found, caller, request.clientId()))
                .ifPresent(found -> noteWoken(found, request.clientId()));
        return call.map(found -> Result.answer(CallView.of(found)))
                .orElseGet(() -> Result.refuse(CALL_NOT_FOUND, "There is no such call for this device."));
    }

    private static boolean isWoken(Call call, Caller caller, String clientId) {
        return call.state() == CallState.RINGING
                && call.parties().actor(clientId, caller.sub()).equals(Optional.of(Actor.CALLEE))
                && !call.noted().woke(clientId);
    }

    /** No answer fails because of this: it only tells an operator that the push arrived. */
    private void noteWoken(Call call, String clientId) {
        try {
            calls.note(call.id(), List.of(Entry.woken(clock.instant(), clientId)));
        } catch (RuntimeException e) {
            telemetry.event(Level.WARN, "wakingNotNoted", Map.of("callId", call.id(), "exception", Trace.of(e)));
        }
    }

    /** No answer fails because of this: the next question renews it too. */
    private void renewLease(Call call) {
        Instant until = clock.instant().plus(times.callLease());
        if (!call.leaseIsOver(until.minus(FRESH))) {
            return;
        }
        try {
            calls.renewLease(call.id(), until);
        } catch (RuntimeException e) {
            telemetry.event(Level.WARN, "leaseNotRenewed", Map.of("callId", call.id(), "exception", Trace.of(e)));
        }
    }
}

package dev.ringback.getcall;

import static dev.ringback.actionkit.ErrorCode.CALL_NOT_FOUND;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.CallView;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells a party what its call is doing. Who asks about an answered call shows that it is still going on. */
final class GetCall implements Action<GetCallRequest, CallView> {
    /** Asked more often than this, a lease is not written anew. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final CallStore calls;
    private final CallTimes times;
    private final Clock clock;
    private final Telemetry telemetry;

    GetCall(CallStore calls, CallTimes times, Clock clock, Telemetry telemetry) {
        this.calls = calls;
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
        Optional<Call> call = calls.find(request.callId())
                .filter(found ->
                        found.parties().actor(request.clientId(), caller.sub()).isPresent());
        call.filter(found -> found.state() == CallState.ANSWERED).ifPresent(this::renewLease);
        return call.map(found -> Result.answer(CallView.of(found)))
                .orElseGet(() -> Result.refuse(CALL_NOT_FOUND, "There is no such call for this device."));
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

package dev.ringback.initiatecall;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.CallRate;
import dev.ringback.calling.call.CallStore;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;
import java.util.Set;

/** Counts the attempts that the callee's side refuses, or nothing would limit whoever hammers at a busy phone or tries out ids. */
record RefusedAttempts(CallStore calls, Telemetry telemetry) {
    private static final Set<ErrorCode> COUNTED = Set.of(ErrorCode.BUSY, ErrorCode.DEVICE_NOT_FOUND);

    /** The result as it is. */
    Result<InitiateCallAnswer> counted(CallRate rate, Result<InitiateCallAnswer> result) {
        if (result instanceof Result.Refused<InitiateCallAnswer> refused && COUNTED.contains(refused.code())) {
            count(rate);
        }
        return result;
    }

    /** One that is not counted is no reason to answer anything else. */
    private void count(CallRate rate) {
        try {
            calls.count(rate);
        } catch (RuntimeException e) {
            telemetry.event(
                    Level.WARN,
                    "attemptNotCounted",
                    Map.of("failure", e.getClass().getSimpleName()));
        }
    }
}

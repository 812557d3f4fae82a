package dev.ringback.initiatecall;

import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.util.Map;

/** Keeps what a request is answered, so that it gets the same when it is sent again. */
record GivenAnswers(CallStore calls, Telemetry telemetry) {
    /** A request that found its call, and would make another after that one's end if this got lost, is not answered without. */
    Result<InitiateCallAnswer> kept(NewCall wanted, Result<InitiateCallAnswer> result) {
        if (result instanceof Result.Answered<InitiateCallAnswer>(var answer)) {
            keep(wanted, answer);
        }
        return result;
    }

    /** A request that made its call makes no other anyhow: the phone rings already, so it is answered in any case. */
    void keepIfPossible(NewCall wanted, InitiateCallAnswer answer) {
        try {
            keep(wanted, answer);
        } catch (RuntimeException e) {
            telemetry.event(Level.WARN, "answerNotKept", Map.of("callId", answer.callId(), "exception", Trace.of(e)));
        }
    }

    private void keep(NewCall wanted, InitiateCallAnswer answer) {
        wanted.pin()
                .ifPresent(pin -> calls.keepAnswer(
                        pin,
                        answer.callId(),
                        answer.token(),
                        wanted.call().timeline().startedAt()));
    }
}

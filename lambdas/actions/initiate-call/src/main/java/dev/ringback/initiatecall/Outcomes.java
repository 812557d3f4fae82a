package dev.ringback.initiatecall;

import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** What became of each request, for logs and metrics. */
record Outcomes(Telemetry telemetry) {
    /** @param wanted the call that the request was to make */
    void report(Call wanted, Result<InitiateCallAnswer> result) {
        switch (result) {
            case Result.Answered<InitiateCallAnswer>(var answer) -> {
                String outcome = outcome(wanted, answer);
                telemetry.count(Metric.CALLS_STARTED, Map.of("outcome", outcome));
                log(Level.INFO, wanted, answer.callId(), outcome);
            }
            case Result.Refused<InitiateCallAnswer> refused -> {
                telemetry.count(
                        Metric.CALLS_REFUSED, Map.of("reason", refused.code().name()));
                log(
                        refused.code().status() < 500 ? Level.INFO : Level.WARN,
                        wanted,
                        wanted.id(),
                        refused.code().name());
            }
        }
    }

    private static String outcome(Call wanted, InitiateCallAnswer answer) {
        if (answer.merged().isPresent()) {
            return "MERGED";
        }
        return answer.callId().equals(wanted.id()) ? "STARTED" : "REPEATED";
    }

    private void log(Level level, Call wanted, String callId, String outcome) {
        telemetry.event(
                level, "initiateCall", Map.of("callId", callId, "clientId", wanted.callerId(), "outcome", outcome));
    }
}

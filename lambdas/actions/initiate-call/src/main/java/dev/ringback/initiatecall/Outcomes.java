package dev.ringback.initiatecall;

import dev.ringback.actionkit.Result;
import dev.ringback.calling.call.Call;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** What became of each call, for logs and metrics. */
record Outcomes(Telemetry telemetry) {
    void report(Call call, Result<?> result) {
        switch (result) {
            case Result.Answered<?> _ -> {
                telemetry.count("CallsStarted", Map.of());
                log(Level.INFO, call, "STARTED");
            }
            case Result.Refused<?> refused -> {
                telemetry.count("CallsRefused", Map.of("reason", refused.code().name()));
                log(
                        refused.code().status() < 500 ? Level.INFO : Level.WARN,
                        call,
                        refused.code().name());
            }
        }
    }

    private void log(Level level, Call call, String outcome) {
        telemetry.event(
                level, "initiateCall", Map.of("callId", call.id(), "clientId", call.callerId(), "outcome", outcome));
    }
}

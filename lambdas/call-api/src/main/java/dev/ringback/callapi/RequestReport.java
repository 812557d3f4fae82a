package dev.ringback.callapi;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** Logs and counts one request, without a word of what it said. */
record RequestReport(Telemetry telemetry) {
    /** @param action a known action's name; never what the client wrote */
    void write(String action, Result<?> result, int status, long millis) {
        String outcome =
                result instanceof Result.Refused<?> refused ? refused.code().name() : "OK";
        telemetry.event(
                status < 500 ? Level.INFO : Level.WARN,
                "request",
                Map.of("action", action, "outcome", outcome, "status", status, "millis", millis));
        telemetry.millis(Metric.REQUEST_LATENCY, millis, Map.of("action", action));
        if (result instanceof Result.Refused<?>) {
            telemetry.count(Metric.REQUESTS_REFUSED, Map.of("action", action, "code", outcome));
        }
    }

    /** The client is answered all the same; the API's description is wrong. */
    void undeclared(String action, ErrorCode code) {
        telemetry.event(Level.WARN, "undeclaredError", Map.of("action", action, "code", code.name()));
    }
}

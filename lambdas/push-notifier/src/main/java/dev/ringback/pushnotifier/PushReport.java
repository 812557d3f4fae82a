package dev.ringback.pushnotifier;

import dev.ringback.pushnotifier.RingCallee.Ringing;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.HashMap;
import java.util.Map;

/** Logs and counts what became of a push. */
final class PushReport {
    private final Telemetry telemetry;

    PushReport(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void write(String callId, Ringing ringing, long millis) {
        Map<String, Object> fields = new HashMap<>(Map.of("callId", callId, "millis", millis));
        switch (ringing) {
            case Ringing.NotSent(String reason) -> notSent(reason, fields);
            case Ringing.NoDevice _ -> notSent("no_device", fields);
            case Ringing.Sent(var _, var device, var outcome) -> {
                String channel = device.notifyType().name();
                fields.put("clientId", device.id());
                fields.put("channel", channel);
                fields.put("outcome", outcome.name());
                fields.put("detail", outcome.detail());
                telemetry.event(level(outcome), "pushSent", fields);
                telemetry.count("PushOutcome", Map.of("channel", channel, "outcome", outcome.name()));
            }
        }
    }

    private void notSent(String reason, Map<String, Object> fields) {
        fields.put("reason", reason);
        telemetry.event(Level.INFO, "pushNotSent", fields);
        telemetry.count("PushNotSent", Map.of("reason", reason));
    }

    private static Level level(PushOutcome outcome) {
        return switch (outcome) {
            case PushOutcome.Accepted _ -> Level.INFO;
            case PushOutcome.Misconfigured _ -> Level.ERROR;
            case PushOutcome.TokenDead _,
                    PushOutcome.WrongForChannel _,
                    PushOutcome.Retryable _,
                    PushOutcome.Unanswered _,
                    PushOutcome.Unknown _ -> Level.WARN;
        };
    }
}

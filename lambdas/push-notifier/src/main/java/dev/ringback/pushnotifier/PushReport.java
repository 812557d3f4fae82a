package dev.ringback.pushnotifier;

import dev.ringback.calling.call.Call;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logs and counts what became of pushes. */
final class PushReport {
    private final Telemetry telemetry;
    private final InstantSource clock;

    PushReport(Telemetry telemetry, InstantSource clock) {
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** @param about the call, why its phones are pushed to, and how long that took */
    void sent(List<Pushed> pushes, Map<String, Object> about) {
        pushes.forEach(pushed -> sent(pushed, new HashMap<>(about)));
    }

    /** How long the caller has waited until the first phone could begin to ring; nothing if none could. */
    void rang(Call call, List<Pushed> pushes) {
        if (pushes.stream().map(Pushed::outcome).anyMatch(PushOutcome.Accepted.class::isInstance)) {
            Duration waited = Duration.between(call.timeline().startedAt(), clock.instant());
            telemetry.millis(Metric.TIME_TO_RING, waited.toMillis(), Map.of());
        }
    }

    void notSent(String reason, Map<String, Object> about) {
        Map<String, Object> fields = new HashMap<>(about);
        fields.put("reason", reason);
        telemetry.event(Level.INFO, "pushNotSent", fields);
        telemetry.count(Metric.PUSH_NOT_SENT, Map.of("reason", reason));
    }

    private void sent(Pushed pushed, Map<String, Object> fields) {
        String channel = pushed.address().channel().name();
        PushOutcome outcome = pushed.outcome();
        fields.put("clientId", pushed.device().id());
        fields.put("kind", pushed.kind());
        fields.put("channel", channel);
        fields.put("outcome", outcome.name());
        fields.put("detail", outcome.detail());
        telemetry.event(level(outcome), "pushSent", fields);
        telemetry.count(Metric.PUSH_OUTCOME, Map.of("channel", channel, "outcome", outcome.name()));
        if (outcome instanceof PushOutcome.WrongForChannel) {
            // Of every channel, for the alarm.
            telemetry.count(Metric.PUSH_WRONG_FOR_CHANNEL, Map.of());
        }
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

package dev.ringback.initiatecall;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Both;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.Ringer;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.util.Map;

/** Rings the callee's phone, and sees to it that this comes to an end. */
final class Ringing {
    private final Ringer ringer;
    private final RingTimer timer;
    private final CallTimes times;
    private final Telemetry telemetry;

    Ringing(Ringer ringer, RingTimer timer, CallTimes times, Telemetry telemetry) {
        this.ringer = ringer;
        this.timer = timer;
        this.times = times;
        this.telemetry = telemetry;
    }

    /** @throws Ringer.RingerException if the phone cannot be rung */
    void start(Call call) {
        Both<Void, Void> both = Together.both(
                () -> {
                    ringer.ring(call.id());
                    return null;
                },
                () -> {
                    startTimer(call);
                    return null;
                });
        both.first().orThrow();
    }

    /** Without its timer a call rings until the sweeper finds it, which is no reason not to make it. */
    private void startTimer(Call call) {
        if (!times.answersAreTold()) {
            return;
        }
        try {
            timer.start(call.id(), CallTimes.missedAt(call.ringUntil()));
        } catch (RuntimeException e) {
            telemetry.event(Level.ERROR, "ringTimerNotStarted", Map.of("callId", call.id(), "exception", Trace.of(e)));
            telemetry.count(Metric.RING_TIMERS_NOT_STARTED, Map.of());
        }
    }
}

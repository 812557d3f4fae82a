package dev.ringback.pushnotifier;

import dev.ringback.calling.device.DeviceStore;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Forgets tokens that are dead, and marks those that a channel does not know: they may be good in another. */
final class TokenUpkeep {
    private final DeviceStore devices;
    private final TokenMarks marks;
    private final InstantSource clock;
    private final Telemetry telemetry;

    TokenUpkeep(DeviceStore devices, TokenMarks marks, InstantSource clock, Telemetry telemetry) {
        this.devices = devices;
        this.marks = marks;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    void after(List<Pushed> pushes) {
        for (Pushed pushed : pushes) {
            try {
                after(pushed);
            } catch (RuntimeException e) {
                // The next push to it gets the same answer.
                telemetry.event(
                        Level.WARN,
                        "tokenNotKept",
                        Map.of("clientId", pushed.device().id(), "exception", Trace.of(e)));
            }
        }
    }

    private void after(Pushed pushed) {
        String token = pushed.address().token();
        switch (pushed.outcome()) {
            case PushOutcome.TokenDead _ -> {
                if (devices.forgetToken(pushed.device(), token)) {
                    telemetry.event(
                            Level.INFO,
                            "tokenForgotten",
                            Map.of(
                                    "clientId", pushed.device().id(),
                                    "channel", pushed.address().channel().name()));
                }
            }
            case PushOutcome.WrongForChannel _ -> marks.wrongForChannel(pushed.device(), token, clock.instant());
            case PushOutcome.Accepted _,
                    PushOutcome.Retryable _,
                    PushOutcome.Unanswered _,
                    PushOutcome.Misconfigured _,
                    PushOutcome.Unknown _ -> {}
        }
    }
}

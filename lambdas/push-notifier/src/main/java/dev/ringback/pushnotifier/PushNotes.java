package dev.ringback.pushnotifier;

import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Notes with a call what became of its pushes, for whoever asks why a phone did not ring. */
final class PushNotes {
    private final CallStore calls;
    private final InstantSource clock;
    private final Telemetry telemetry;

    PushNotes(CallStore calls, InstantSource clock, Telemetry telemetry) {
        this.calls = calls;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    void write(String callId, List<Pushed> pushes) {
        if (pushes.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            calls.note(callId, pushes.stream().map(pushed -> entry(pushed, now)).toList());
        } catch (RuntimeException e) {
            // The log has it too.
            telemetry.event(Level.WARN, "pushNotNoted", Map.of("callId", callId, "exception", Trace.of(e)));
        }
    }

    private static Entry entry(Pushed pushed, Instant now) {
        String outcome = pushed.kind() + " " + pushed.address().channel() + " "
                + pushed.outcome().name() + ": " + pushed.outcome().detail();
        return Entry.push(now, pushed.device().id(), outcome);
    }
}

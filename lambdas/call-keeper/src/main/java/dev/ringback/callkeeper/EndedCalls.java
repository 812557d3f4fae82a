package dev.ringback.callkeeper;

import dev.ringback.calling.call.CallStore;
import dev.ringback.functionkit.BatchAnswer;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;

/** Releases the media of calls as soon as the stream tells that they are over. */
final class EndedCalls {
    private final CallStore calls;
    private final MediaRelease release;
    private final EachCall each;
    private final Telemetry telemetry;

    EndedCalls(CallStore calls, MediaRelease release, EachCall each, Telemetry telemetry) {
        this.calls = calls;
        this.release = release;
        this.each = each;
        this.telemetry = telemetry;
    }

    BatchAnswer release(List<CallChange> changes, WorkTime time) {
        long start = System.nanoTime();
        Map<String, Outcome> outcomes = each.run(ended(changes), time, this::release);
        each.report("callsReleased", outcomes.values(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return new BatchAnswer(changes.stream()
                .filter(change -> isOpen(change, outcomes))
                .map(CallChange::sequenceNumber)
                .limit(1)
                .toList());
    }

    private SequencedSet<String> ended(List<CallChange> changes) {
        SequencedSet<String> ended = new LinkedHashSet<>();
        for (CallChange change : changes) {
            if (change.callId().isEmpty()) {
                // It would be as unreadable the next time, and later changes would wait for it.
                telemetry.event(Level.ERROR, "changeNotRead", Map.of("sequenceNumber", change.sequenceNumber()));
            } else if (change.leavesMedia()) {
                ended.add(change.callId().get());
            }
        }
        return ended;
    }

    /** The record is a snapshot of the past, so the call is read again. */
    private Outcome release(String callId) {
        Outcome outcome = calls.find(callId).map(release::of).orElse(Outcome.UNCHANGED);
        if (outcome == Outcome.LEFT_BEHIND) {
            // Only here, not each time that the sweeper tries again.
            telemetry.count(Metric.MEDIA_LEFT_BEHIND, Map.of());
        }
        return outcome;
    }

    private static boolean isOpen(CallChange change, Map<String, Outcome> outcomes) {
        return change.callId().map(outcomes::get).filter(Outcome::isOpen).isPresent();
    }
}

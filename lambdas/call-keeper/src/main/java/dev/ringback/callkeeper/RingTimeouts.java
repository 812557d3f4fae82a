package dev.ringback.callkeeper;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.Overdue;
import dev.ringback.functionkit.BatchAnswer;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;

/** Ends calls that nobody answered while they rang. */
final class RingTimeouts {
    private final CallStore calls;
    private final CallEnding ending;
    private final EachCall each;
    private final InstantSource clock;
    private final Telemetry telemetry;

    RingTimeouts(CallStore calls, CallEnding ending, EachCall each, InstantSource clock, Telemetry telemetry) {
        this.calls = calls;
        this.ending = ending;
        this.each = each;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    BatchAnswer end(List<RingTimeout> timeouts, WorkTime time) {
        long start = System.nanoTime();
        Map<String, Outcome> outcomes = each.run(rung(timeouts), time, this::end);
        each.report("ringsOver", outcomes.values(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return new BatchAnswer(timeouts.stream()
                .filter(timeout -> isOpen(timeout, outcomes))
                .map(RingTimeout::messageId)
                .toList());
    }

    private SequencedSet<String> rung(List<RingTimeout> timeouts) {
        SequencedSet<String> rung = new LinkedHashSet<>();
        for (RingTimeout timeout : timeouts) {
            timeout.callId()
                    .ifPresentOrElse(
                            rung::add,
                            () -> telemetry.event(
                                    Level.ERROR, "timeoutNotRead", Map.of("messageId", timeout.messageId())));
        }
        return rung;
    }

    private Outcome end(String callId) {
        Optional<Call> ringing = calls.find(callId).filter(call -> call.state() == CallState.RINGING);
        if (ringing.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(CallTimes.missedAt(ringing.get().ringUntil()))) {
            return Outcome.TOO_EARLY;
        }
        Overdue overdue = Overdue.unanswered(now);
        return ending.end(ringing.get(), overdue.transition(), overdue.change()) instanceof Changing.Changed
                ? Outcome.ENDED
                : Outcome.UNCHANGED;
    }

    /** A message that cannot be read comes again until it is put aside for people to see. */
    private static boolean isOpen(RingTimeout timeout, Map<String, Outcome> outcomes) {
        return timeout.callId().map(outcomes::get).map(Outcome::isOpen).orElse(true);
    }
}

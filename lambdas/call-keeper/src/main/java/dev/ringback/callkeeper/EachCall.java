package dev.ringback.callkeeper;

import dev.ringback.calling.Together;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Does the same for many calls, several at a time; what fails for one is logged and stops no other. */
final class EachCall {
    private static final int AT_ONCE = 12;

    private final Telemetry telemetry;

    EachCall(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The outcomes by call. Calls that the time does not suffice for are not begun. */
    Map<String, Outcome> run(SequencedSet<String> callIds, WorkTime time, Function<String, Outcome> work) {
        List<Callable<Outcome>> tasks = new ArrayList<>();
        callIds.forEach(callId -> tasks.add(() -> time.isLeft() ? one(callId, work) : Outcome.OUT_OF_TIME));
        List<Together.Outcome<Outcome>> done = Together.run(tasks, AT_ONCE);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        int next = 0;
        for (String callId : callIds) {
            outcomes.put(callId, done.get(next++).orThrow());
        }
        return outcomes;
    }

    /** One line for all of them. */
    void report(String event, Collection<Outcome> outcomes, long millis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            fields.put(
                    outcome.label(), outcomes.stream().filter(outcome::equals).count());
        }
        fields.put("millis", millis);
        boolean trouble =
                outcomes.stream().anyMatch(outcome -> outcome == Outcome.FAILED || outcome == Outcome.OUT_OF_TIME);
        telemetry.event(trouble ? Level.WARN : Level.INFO, event, fields);
    }

    private Outcome one(String callId, Function<String, Outcome> work) {
        try {
            return work.apply(callId);
        } catch (RuntimeException e) {
            telemetry.event(Level.ERROR, "callNotKept", Map.of("callId", callId, "exception", Trace.of(e)));
            return Outcome.FAILED;
        }
    }
}

package dev.ringback.callkeeper;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.Overdue;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Does what is left to do for calls whose time is up: ends those that live, and releases what others still hold. */
final class Sweeper {
    private static final int PAGE = 50;

    private final CallStore calls;
    private final CallEnding ending;
    private final MediaRelease release;
    private final EachCall each;
    private final InstantSource clock;
    private final Telemetry telemetry;

    Sweeper(
            CallStore calls,
            CallEnding ending,
            MediaRelease release,
            EachCall each,
            InstantSource clock,
            Telemetry telemetry) {
        this.calls = calls;
        this.ending = ending;
        this.release = release;
        this.each = each;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    void sweep(WorkTime time) {
        long start = System.nanoTime();
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        SequencedSet<String> page = next(seen);
        while (!page.isEmpty() && time.isLeft()) {
            outcomes.addAll(each.run(page, time, this::sweep).values());
            seen.addAll(page);
            page = next(seen);
        }
        each.report("swept", outcomes, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Those that stay in the index, because they failed or because it lags, are asked for again with others behind them. */
    private SequencedSet<String> next(Set<String> seen) {
        SequencedSet<String> page = new LinkedHashSet<>(calls.overdue(clock.instant(), seen.size() + PAGE));
        page.removeAll(seen);
        return page;
    }

    private Outcome sweep(String callId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Call> found = calls.find(callId).filter(call -> call.leaseIsOver(now));
        if (found.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        Call call = found.get();
        return Overdue.of(call, now).map(overdue -> end(call, overdue)).orElseGet(() -> release.of(call));
    }

    private Outcome end(Call call, Overdue overdue) {
        if (!(ending.end(call, overdue.transition(), overdue.change()) instanceof Changing.Changed(Call ended))) {
            return Outcome.UNCHANGED;
        }
        telemetry.count(Metric.CALLS_SWEPT, Map.of("state", ended.state().name()));
        return Outcome.ENDED;
    }
}

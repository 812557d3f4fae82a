package dev.ringback.functionkit;

import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Goes a function's real ways once before Lambda takes its snapshot, so that restored copies find them loaded. A step that
 * fails is reported and never fails the deployment: what it misses may not be set up yet.
 */
public final class Priming implements Resource {
    private final JsonTelemetry telemetry;
    private final Map<String, Runnable> steps;

    /** @param steps by name, in this order; none of them may change anything or leave credentials in memory */
    private Priming(JsonTelemetry telemetry, Map<String, Runnable> steps) {
        this.telemetry = telemetry;
        this.steps = new LinkedHashMap<>(steps);
    }

    /** Keep what it returns for as long as the function lives: the snapshot's context refers to it weakly. */
    public static Priming beforeSnapshot(JsonTelemetry telemetry, Map<String, Runnable> steps) {
        Priming priming = new Priming(telemetry, steps);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Map<String, String> failures = new HashMap<>();
        telemetry.muted(() -> steps.forEach((name, step) -> {
            try {
                step.run();
            } catch (RuntimeException e) {
                failures.put(name, e.getClass().getName());
            }
        }));
        telemetry.event(
                failures.isEmpty() ? Telemetry.Level.INFO : Telemetry.Level.WARN,
                "primed",
                Map.of("steps", steps.size(), "failed", failures.toString()));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing to reopen: clients drop connections that have been idle, and the runtime clears its cache of names.
    }
}

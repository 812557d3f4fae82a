package dev.ringback.functionkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrimingTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonTelemetry telemetry =
            new JsonTelemetry("test", new PrintStream(out, true, StandardCharsets.UTF_8), InstantSource.system());
    private final List<String> ran = new ArrayList<>();
    private final Map<String, Runnable> steps = new LinkedHashMap<>();

    @Test
    void runsItsStepsInOrder() {
        steps.put("one", () -> ran.add("one"));
        steps.put("two", () -> ran.add("two"));
        prime();
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void goesOnAfterAStepThatFails() {
        steps.put("one", () -> {
            throw new IllegalStateException("not set up");
        });
        steps.put("two", () -> ran.add("two"));
        prime();
        assertThat(ran).containsExactly("two");
    }

    @Test
    void namesAStepThatFailed() {
        steps.put("one", () -> {
            throw new IllegalStateException("not set up");
        });
        prime();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("WARN", "one=java.lang.IllegalStateException");
    }

    @Test
    void countsNothing() {
        steps.put("one", () -> telemetry.count(Metric.CALLS_ANSWERED, Map.of()));
        prime();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("CallsRefused");
    }

    private void prime() {
        Priming.beforeSnapshot(telemetry, steps).beforeCheckpoint(null);
    }
}

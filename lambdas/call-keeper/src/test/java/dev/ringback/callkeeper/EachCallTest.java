package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.telemetry.Telemetry.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EachCallTest extends KeeperTest {
    @Test
    void tellsWhatBecameOfWhichCall() {
        assertThat(each.run(calls("a", "b"), time(), id -> id.equals("a") ? Outcome.ENDED : Outcome.UNCHANGED))
                .containsEntry("a", Outcome.ENDED)
                .containsEntry("b", Outcome.UNCHANGED);
    }

    @Test
    void treatsTwelveAtMostAtTheSameTime() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        String[] many = IntStream.range(0, 60).mapToObj(Integer::toString).toArray(String[]::new);
        each.run(calls(many), time(), _ -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.yield();
            atOnce.decrementAndGet();
            return Outcome.UNCHANGED;
        });
        assertThat(most.get()).isBetween(1, 12);
    }

    @Test
    void goesOnAfterACallThatFails() {
        assertThat(each.run(calls("a", "b"), time(), id -> {
                    if (id.equals("a")) {
                        throw new IllegalStateException("broken");
                    }
                    return Outcome.ENDED;
                }))
                .containsEntry("a", Outcome.FAILED)
                .containsEntry("b", Outcome.ENDED);
    }

    @Test
    void logsWhichCallFailed() {
        each.run(calls("a"), time(), _ -> {
            throw new IllegalStateException("broken");
        });
        assertThat(reported("callNotKept").get("callId")).isEqualTo("a");
    }

    @Test
    void beginsNoneWhenTheTimeIsUp() {
        assertThat(each.run(calls("a"), noTime(), _ -> Outcome.ENDED)).containsEntry("a", Outcome.OUT_OF_TIME);
    }

    @Test
    void warnsOfWhatWasNotDone() {
        each.report("swept", List.of(Outcome.ENDED, Outcome.OUT_OF_TIME), 5);
        assertThat(backend.telemetry.events().getFirst().level()).isEqualTo(Level.WARN);
    }

    @Test
    void isCalmWhenAllIsDone() {
        each.report("swept", List.of(Outcome.ENDED), 5);
        assertThat(backend.telemetry.events().getFirst().level()).isEqualTo(Level.INFO);
    }

    private static LinkedHashSet<String> calls(String... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }
}

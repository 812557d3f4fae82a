package dev.ringback.callevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.callevents.bus.Bus;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusEventsTest {
    private final FixedClock clock = new FixedClock();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final List<Integer> requests = new ArrayList<>();
    private final List<CallChange> changes = IntStream.range(0, 25)
            .mapToObj(i -> SampleChanges.rings("call-" + i))
            .toList();

    @Test
    void putsTenInARequest() {
        assertThat(publish(changes -> {
                    requests.add(changes.size());
                    return Map.of();
                }))
                .isEmpty();
        assertThat(requests).containsExactly(10, 10, 5);
    }

    @Test
    void keepsThoseForLaterThatWereRefused() {
        CallChange refused = changes.get(12);
        assertThat(publish(some -> some.contains(refused) ? Map.of(refused, "InternalFailure") : Map.of()))
                .containsExactly(refused);
    }

    @Test
    void keepsAllOfARequestForLaterThatFailed() {
        assertThat(publish(some -> {
                    if (some.contains(changes.get(12))) {
                        throw new NotPublishedException("gone");
                    }
                    return Map.of();
                }))
                .isEqualTo(changes.subList(10, 20));
    }

    @Test
    void countsEachThatFailed() {
        publish(some -> Map.of(some.getFirst(), "InternalFailure"));
        assertThat(telemetry.counts())
                .hasSize(3)
                .containsOnly(new Count(Metric.EVENTS_NOT_PUBLISHED, Map.of("target", "eventbridge")));
    }

    @Test
    void logsWhyAnEventWasRefused() {
        publish(some -> Map.of(some.getFirst(), "InternalFailure"));
        assertThat(telemetry.events().getFirst().fields().get("reason"))
                .isEqualTo("EventBridge refused the event: InternalFailure");
    }

    @Test
    void putsNothingMoreWhenTheTimeIsUp() {
        assertThat(publish(_ -> {
                    clock.advance(Duration.ofSeconds(20));
                    return Map.of();
                }))
                .isEqualTo(changes.subList(10, 25));
    }

    private List<CallChange> publish(Bus bus) {
        WorkTime time = WorkTime.of(clock, 20_000, Duration.ZERO);
        return new BusEvents(bus, new PublicationReport(telemetry)).publish(changes, time);
    }
}

package dev.ringback.callevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.callevents.phones.Phones;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PhoneEventsTest {
    private final FixedClock clock = new FixedClock();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Set<String> deaf = ConcurrentHashMap.newKeySet();

    @Test
    void tellsBothUsers() {
        publish(SampleChanges.rings("call-1"));
        assertThat(told).containsExactlyInAnyOrder("ada: call-1 RINGING", "bob: call-1 RINGING");
    }

    @Test
    void tellsAUserOnceWhoCallsHerself() {
        publish(SampleChanges.ringsAtHome("call-1"));
        assertThat(told).containsExactly("ada: call-1 RINGING");
    }

    @Test
    void tellsTheCallerAloneWhileNobodyKnowsTheCallee() {
        publish(SampleChanges.failed("call-1"));
        assertThat(told).containsExactly("ada: call-1 FAILED");
    }

    @Test
    void tellsOfACallInOrder() {
        publish(SampleChanges.rings("call-1"), SampleChanges.missed("call-1"));
        assertThat(told.subList(0, 2)).allMatch(line -> line.endsWith("RINGING"));
        assertThat(told.subList(2, 4)).allMatch(line -> line.endsWith("MISSED"));
    }

    @Test
    void tellsOfSeveralCallsAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Phones waiting = (owner, change) -> {
            both.countDown();
            awaitAll(both);
        };
        assertThat(publish(waiting, SampleChanges.failed("call-1"), SampleChanges.failed("call-2")))
                .isEmpty();
    }

    @Test
    void doesNotTellOfWhatComesAfterAFailure() {
        deaf.add("bob");
        CallChange rings = SampleChanges.rings("call-1");
        CallChange missed = SampleChanges.missed("call-1");
        assertThat(publish(rings, missed)).containsExactly(rings, missed);
        assertThat(told).containsExactly("ada: call-1 RINGING");
    }

    @Test
    void goesOnWithOtherCallsAfterAFailure() {
        deaf.add("bob");
        CallChange rings = SampleChanges.rings("call-1");
        assertThat(publish(rings, SampleChanges.failed("call-2"))).containsExactly(rings);
        assertThat(told).contains("ada: call-2 FAILED");
    }

    @Test
    void countsAndLogsAFailure() {
        deaf.add("bob");
        publish(SampleChanges.rings("call-1"));
        assertThat(telemetry.counts())
                .containsExactly(new Count(Metric.EVENTS_NOT_PUBLISHED, Map.of("target", "appsync")));
        assertThat(telemetry.events().getFirst().fields().get("callId")).isEqualTo("call-1");
        assertThat(telemetry.events().getFirst().fields().get("reason")).isEqualTo("deaf");
    }

    @Test
    void tellsOfNothingMoreWhenTheTimeIsUp() {
        CallChange rings = SampleChanges.rings("call-1");
        CallChange missed = SampleChanges.missed("call-1");
        Phones slow = (owner, change) -> clock.advance(Duration.ofSeconds(20));
        assertThat(publish(slow, rings, missed)).containsExactly(missed);
    }

    private List<CallChange> publish(CallChange... changes) {
        return publish(this::tell, changes);
    }

    private List<CallChange> publish(Phones phones, CallChange... changes) {
        WorkTime time = WorkTime.of(clock, 20_000, Duration.ZERO);
        return new PhoneEvents(phones, new PublicationReport(telemetry)).publish(List.of(changes), time);
    }

    private void tell(String owner, CallChange change) {
        if (deaf.contains(owner)) {
            throw new NotPublishedException("deaf");
        }
        told.add(owner + ": " + change.callId() + " " + change.state());
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new NotPublishedException("the other call was not told of at the same time");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

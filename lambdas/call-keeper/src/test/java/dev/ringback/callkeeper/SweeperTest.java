package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweeperTest extends KeeperTest {
    private final Sweeper sweeper = sweeper(backend.mediaProvider);

    @Test
    void endsACallWhoseTimeOutGotLost() {
        Call call = ringing();
        sweepAfter(Duration.ofSeconds(65));
        assertThat(stored(call).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void endsACallWhosePartiesHaveGoneSilent() {
        Call call = answered();
        sweepAfter(Duration.ofMinutes(60));
        assertThat(stored(call).state()).isEqualTo(CallState.ENDED);
        assertThat(stored(call).change().reason()).contains("lease_expired");
    }

    @Test
    void endsACallThatWasNeverSetUp() {
        Call call = SampleCalls.reserved(backend, backend.device("ada"), backend.device("bob"));
        sweepAfter(Duration.ofSeconds(30));
        assertThat(stored(call).state()).isEqualTo(CallState.FAILED);
    }

    @Test
    void leavesACallThatStillHasTime() {
        Call call = ringing();
        sweepAfter(Duration.ofSeconds(64));
        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    void countsWhatItEndsByState() {
        ringing();
        sweepAfter(Duration.ofSeconds(65));
        assertThat(counted(Metric.CALLS_SWEPT))
                .containsExactly(new Count(Metric.CALLS_SWEPT, Map.of("state", "MISSED")));
    }

    @Test
    void releasesWhatNobodyReleased() {
        Call call = ended();
        sweepAfter(Duration.ofSeconds(30));
        assertThat(backend.mediaProvider.live()).isEmpty();
        assertThat(stored(call).leaseUntil()).isEmpty();
    }

    @Test
    void leavesMediaThatIsBeingReleasedByOthers() {
        ended();
        sweepAfter(Duration.ofSeconds(29));
        assertThat(backend.mediaProvider.released()).isEmpty();
    }

    @Test
    void triesOnceASweepWhatCannotBeReleased() {
        ended();
        backend.mediaProvider.breakDown();
        sweepAfter(Duration.ofMinutes(1));
        assertThat(backend.mediaProvider.released()).hasSize(1);
    }

    @Test
    void triesAgainInALaterSweep() {
        ended();
        backend.mediaProvider.breakDown();
        sweepAfter(Duration.ofMinutes(1));
        backend.mediaProvider.mend();
        sweepAfter(Duration.ofMinutes(1));
        assertThat(backend.mediaProvider.live()).isEmpty();
    }

    @Test
    void doesNotCountMediaLeftBehindAgain() {
        ended();
        backend.mediaProvider.breakDown();
        sweepAfter(Duration.ofMinutes(1));
        assertThat(counted(Metric.MEDIA_LEFT_BEHIND)).isEmpty();
        assertThat(reported("swept").get("leftBehind")).isEqualTo(1L);
    }

    @Test
    void goesOnUntilNothingIsOverdue() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            calls.add(ringing());
        }
        sweepAfter(Duration.ofMinutes(2));
        assertThat(calls).allMatch(call -> stored(call).state() == CallState.MISSED);
    }

    @Test
    void reachesThoseBehindManyThatFail() {
        for (int i = 0; i < 120; i++) {
            broken.add(ringing().id());
        }
        backend.clock.advance(Duration.ofSeconds(1));
        Call last = ringing();
        sweepAfter(Duration.ofMinutes(2));
        assertThat(stored(last).state()).isEqualTo(CallState.MISSED);
        assertThat(reported("swept").get("failed")).isEqualTo(120L);
    }

    @Test
    void beginsNothingWhenItsTimeIsUp() {
        Call call = ringing();
        backend.clock.advance(Duration.ofMinutes(2));
        sweeper.sweep(noTime());
        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    void stopsInTheMiddleWhenItsTimeIsUp() {
        for (int i = 0; i < 50; i++) {
            ended();
        }
        backend.clock.advance(Duration.ofMinutes(2));
        sweeper(new SlowRelease(Duration.ofSeconds(10))).sweep(time());
        assertThat((Long) reported("swept").get("released")).isBetween(1L, 12L);
        assertThat((Long) reported("swept").get("outOfTime")).isBetween(38L, 49L);
    }

    @Test
    void reportsEvenAnEmptySweep() {
        sweepAfter(Duration.ZERO);
        assertThat(reported("swept").get("ended")).isEqualTo(0L);
    }

    private void sweepAfter(Duration time) {
        backend.clock.advance(time);
        sweeper.sweep(time());
    }

    private Sweeper sweeper(MediaProvider provider) {
        MediaRelease release = new MediaRelease(backend.calls, provider, backend.clock, backend.telemetry);
        return new Sweeper(backend.calls, backend.ending, release, each, backend.clock, backend.telemetry);
    }

    /** Releases whatever it is asked to, in this time. */
    private final class SlowRelease implements MediaProvider {
        private final Duration time;

        SlowRelease(Duration time) {
            this.time = time;
        }

        @Override
        public Created create(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Refusal> join(Media media) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean release(Media media) {
            backend.clock.advance(time);
            return true;
        }
    }
}

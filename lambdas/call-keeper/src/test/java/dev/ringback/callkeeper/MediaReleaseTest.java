package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaReleaseTest extends KeeperTest {
    private final Instant start = backend.clock.instant();

    @Test
    void deletesWhatTheCallHeld() {
        assertThat(release.of(ended())).isEqualTo(Outcome.RELEASED);
        assertThat(backend.mediaProvider.live()).isEmpty();
    }

    @Test
    void notesThatNothingIsLeft() {
        Call call = ended();
        release.of(call);
        assertThat(stored(call).leaseUntil()).isEmpty();
    }

    @Test
    void countsARelease() {
        release.of(ended());
        assertThat(counted(Metric.MEDIA_RELEASED)).hasSize(1);
    }

    @Test
    void asksNobodyWhereNothingWasMade() {
        Call call = endedBeforeItRang();
        assertThat(release.of(call)).isEqualTo(Outcome.RELEASED);
        assertThat(backend.mediaProvider.released()).isEmpty();
        assertThat(stored(call).leaseUntil()).isEmpty();
    }

    @Test
    void leavesALiveCallItsMedia() {
        assertThat(release.of(answered())).isEqualTo(Outcome.UNCHANGED);
        assertThat(backend.mediaProvider.released()).isEmpty();
    }

    @Test
    void doesNotReleaseTwice() {
        Call call = ended();
        release.of(call);
        assertThat(release.of(stored(call))).isEqualTo(Outcome.UNCHANGED);
        assertThat(backend.mediaProvider.released()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,PT30S", "PT90S,PT90S", "PT10M,PT10M", "PT2H,PT15M"})
    void waitsLongerTheLongerTheProviderFails(Duration over, Duration pause) {
        Call call = ended();
        backend.mediaProvider.breakDown();
        backend.clock.advance(over);
        assertThat(release.of(call)).isEqualTo(Outcome.LEFT_BEHIND);
        assertThat(stored(call).leaseUntil()).contains(start.plus(over).plus(pause));
    }

    @Test
    void givesUpAfterNineHours() {
        Call call = ended();
        backend.mediaProvider.breakDown();
        backend.clock.advance(Duration.ofHours(9));
        assertThat(release.of(call)).isEqualTo(Outcome.ABANDONED);
        assertThat(stored(call).leaseUntil()).isEmpty();
        assertThat(counted(Metric.MEDIA_ABANDONED)).hasSize(1);
    }

    @Test
    void triesOnceMoreAfterNineHours() {
        Call call = ended();
        backend.clock.advance(Duration.ofHours(9));
        assertThat(release.of(call)).isEqualTo(Outcome.RELEASED);
        assertThat(counted(Metric.MEDIA_ABANDONED)).isEmpty();
    }
}

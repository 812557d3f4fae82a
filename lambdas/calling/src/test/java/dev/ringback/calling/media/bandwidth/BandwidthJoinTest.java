package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of joining both parties when Bandwidth, or the way there, is broken. */
class BandwidthJoinTest {
    private final FakeBandwidth bandwidth = new FakeBandwidth();
    private final BandwidthSessions sessions = new BandwidthSessions(
            FakeBandwidthSecret.of(bandwidth.credentials()),
            InstantSource.system(),
            TestLimits.PATIENT,
            new RecordingTelemetry());
    private final Media media = ((Created.Ready) sessions.create("call-1")).media();

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @Test
    void failsWhenBandwidthKeepsBreaking() {
        spoilBothTwice(Fault.status(500));
        assertThat(sessions.join(media)).contains(new Refusal(Kind.FAILED, "addParticipant: 500"));
    }

    @Test
    void isUnavailableWhenItIsAskedTooOften() {
        spoilBothTwice(Fault.status(429));
        assertThat(sessions.join(media)).contains(new Refusal(Kind.UNAVAILABLE, "addParticipant: 429"));
    }

    @Test
    void isUnavailableWhenConnectionsAreDropped() {
        spoilBothTwice(Fault.drop());
        assertThat(sessions.join(media)).contains(new Refusal(Kind.UNAVAILABLE, "addParticipant: connection_lost"));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 503})
    void survivesOneBrokenAdd(int status) {
        bandwidth.spoil("addParticipant", Fault.status(status));
        assertThat(sessions.join(media)).isEmpty();
        assertThat(bandwidth.joined())
                .containsOnlyKeys(media.caller().id(), media.callee().id());
    }

    @Test
    void survivesOneDroppedAdd() {
        bandwidth.spoil("addParticipant", Fault.drop());
        assertThat(sessions.join(media)).isEmpty();
        assertThat(bandwidth.joined())
                .containsOnlyKeys(media.caller().id(), media.callee().id());
    }

    @Test
    void neverRepeatsWhatIsSimplyWrong() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        assertThat(sessions.join(media)).isEqualTo(Optional.of(new Refusal(Kind.FAILED, "addParticipant: 400")));
        assertThat(bandwidth.seen("addParticipant")).hasSize(2);
    }

    @Test
    void leavesTheMediaToBeReleased() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        sessions.join(media);
        assertThat(bandwidth.left())
                .containsExactlyInAnyOrder(
                        media.sessionId(), media.caller().id(), media.callee().id());
    }

    private void spoilBothTwice(Fault fault) {
        bandwidth.spoil("addParticipant", fault, fault, fault, fault);
    }
}

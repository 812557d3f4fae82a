package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.secret.BandwidthCredentials;
import dev.ringback.calling.secret.BandwidthSecret.Reading;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import dev.ringback.telemetry.Metric;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deleted again, and what is reported, when a call's media could not all be made. */
class BandwidthUndoTest {
    private final FakeBandwidth bandwidth = new FakeBandwidth();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final FakeBandwidthSecret secret = FakeBandwidthSecret.of(bandwidth.credentials());
    private final BandwidthSessions sessions =
            new BandwidthSessions(secret, InstantSource.system(), TestLimits.PATIENT, telemetry);

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @Test
    void deletesWhatHadBeenMade() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        refused();
        assertThat(bandwidth.seen("deleteSession")).hasSize(1);
        assertThat(bandwidth.seen("deleteParticipant")).hasSize(1);
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void repeatsItsDeletes() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", Fault.status(500));
        bandwidth.spoil("deleteParticipant", Fault.drop());
        refused();
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void countsWhatItLeavesBehind() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", Fault.status(500), Fault.status(500));
        refused();
        assertThat(leftBehind()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant"})
    void countsWhatMayHaveBeenMadeByARequestWithoutAnAnswer(String operation) {
        bandwidth.spoil(operation, Fault.drop());
        refused();
        assertThat(leftBehind()).isEqualTo(1);
    }

    @Test
    void countsNothingWhenEverythingIsDeleted() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        refused();
        assertThat(leftBehind()).isZero();
    }

    @Test
    void countsNothingThatIsGoneAlready() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", Fault.status(404));
        refused();
        assertThat(leftBehind()).isZero();
    }

    @Test
    void countsNothingWhenNoConnectionCameAbout() {
        secret.replaceBy(new Reading.Usable(withoutToken(bandwidth.credentials())));
        bandwidth.close();
        assertThat(refused()).startsWith("create").endsWith(": no_connection");
        assertThat(leftBehind()).isZero();
    }

    /** So that creating is the first that is sent. */
    private static BandwidthCredentials withoutToken(BandwidthCredentials credentials) {
        return new BandwidthCredentials(
                credentials.accountId(),
                new BandwidthCredentials.Basic("user", "password"),
                credentials.apiUrl(),
                credentials.tokenUrl());
    }

    private String refused() {
        return ((Created.Refused) sessions.create("call-1")).refusal().reason();
    }

    private long leftBehind() {
        return telemetry.counts().stream()
                .filter(new RecordingTelemetry.Count(Metric.MEDIA_LEFT_BEHIND, Map.of())::equals)
                .count();
    }
}

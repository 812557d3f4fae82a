package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Opened;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BandwidthSilenceTest {
    private final FakeBandwidth bandwidth = new FakeBandwidth();
    private final FakeBandwidthSecret secret = FakeBandwidthSecret.of(bandwidth.credentials());
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final BandwidthSessions patient =
            new BandwidthSessions(secret, InstantSource.system(), TestLimits.PATIENT, telemetry);
    private final BandwidthSessions hasty =
            new BandwidthSessions(secret, InstantSource.system(), TestLimits.HASTY, telemetry);

    /** Loads the classes, so that the short time-outs are spent on the server alone. */
    @BeforeEach
    void warmUp() {
        patient.release(((Opened.Ready) patient.open("call-0")).media());
    }

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "addParticipant", "getToken"})
    void isUnavailableAndLeavesNothingBehindWhenARequestHangs(String operation) {
        bandwidth.spoil(operation, bandwidth.hang(), bandwidth.hang(), bandwidth.hang(), bandwidth.hang());
        assertThat(hasty.open("call-1")).isEqualTo(new Opened.Unavailable(operation + ": timeout"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void isUnavailableWhenTheSecretHangs() {
        CountDownLatch never = new CountDownLatch(1);
        secret.readBy(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("never read");
        });
        assertThat(hasty.open("call-1")).isEqualTo(new Opened.Unavailable("credentials: timeout"));
    }

    @Test
    void survivesOneSilentAdd() {
        bandwidth.spoil("addParticipant", bandwidth.hang());
        assertThat(hasty.open("call-1")).isInstanceOf(Opened.Ready.class);
    }

    @Test
    void deletesWhatAnAnswerThatCameTooLateHadMade() {
        CountDownLatch undoing = new CountDownLatch(1);
        bandwidth.spoil("createSession", _ -> {
            undoing.await();
            return true;
        });
        bandwidth.spoil("deleteParticipant", _ -> {
            undoing.countDown();
            return true;
        });
        assertThat(hasty.open("call-1")).isInstanceOf(Opened.Unavailable.class);
        assertThat(bandwidth.seen("deleteSession")).hasSize(2);
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void endsAnUndoThatHangs() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", bandwidth.hang(), bandwidth.hang());
        assertThat(hasty.open("call-1")).isEqualTo(new Opened.Failed("addParticipant: 400"));
    }

    @Test
    void repeatsADeleteThatHung() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", bandwidth.hang());
        hasty.open("call-1");
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void endsAReleaseThatHangs() {
        Media media = ((Opened.Ready) hasty.open("call-1")).media();
        bandwidth.spoil("deleteSession", bandwidth.hang(), bandwidth.hang());
        assertThat(hasty.release(media)).isFalse();
    }

    @Test
    void endsAnAnswerThatStopsInTheMiddle() {
        bandwidth.spoil("createSession", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return bandwidth.hang().apply(exchange);
        });
        assertThat(hasty.open("call-1")).isEqualTo(new Opened.Unavailable("createSession: timeout"));
    }

    @Test
    void answersWellBeforeTheCallersTenSeconds() {
        Limits limits = Limits.standard();
        assertThat(limits.setUp().plus(limits.undo())).isLessThan(Duration.ofSeconds(8));
    }
}

package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
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
    private static final Duration WORST_CASE = Duration.ofSeconds(8);

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
        Media media = create(patient);
        patient.join(media);
        patient.release(media);
    }

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "getToken"})
    void isUnavailableAndLeavesNothingBehindWhenARequestHangs(String operation) {
        bandwidth.spoil(operation, bandwidth.hang(), bandwidth.hang());
        assertThat(hasty.create("call-1")).isEqualTo(unavailable(operation + ": timeout"));
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
        assertThat(hasty.create("call-1")).isEqualTo(unavailable("credentials: timeout"));
    }

    @Test
    void isUnavailableWhenTheJoinHangs() {
        Media media = create(hasty);
        bandwidth.spoil("addParticipant", bandwidth.hang(), bandwidth.hang(), bandwidth.hang(), bandwidth.hang());
        assertThat(hasty.join(media)).contains(new Refusal(Kind.UNAVAILABLE, "addParticipant: timeout"));
    }

    @Test
    void survivesOneSilentAdd() {
        Media media = create(hasty);
        bandwidth.spoil("addParticipant", bandwidth.hang());
        assertThat(hasty.join(media)).isEmpty();
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
        assertThat(hasty.create("call-1")).isEqualTo(unavailable("createSession: timeout"));
        assertThat(bandwidth.seen("deleteSession")).hasSize(2);
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void endsAnUndoThatHangs() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", bandwidth.hang(), bandwidth.hang());
        assertThat(hasty.create("call-1"))
                .isEqualTo(new Created.Refused(new Refusal(Kind.FAILED, "createParticipant: 400")));
    }

    @Test
    void repeatsADeleteThatHung() {
        bandwidth.spoil("createParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", bandwidth.hang());
        hasty.create("call-1");
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void endsAReleaseThatHangs() {
        Media media = create(hasty);
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
        assertThat(hasty.create("call-1")).isEqualTo(unavailable("createSession: timeout"));
    }

    @Test
    void makesAndUndoesWellBeforeTheCallersTenSeconds() {
        Limits limits = Limits.standard();
        assertThat(limits.create().plus(limits.undo())).isLessThan(WORST_CASE);
    }

    @Test
    void makesAndJoinsWellBeforeTheCallersTenSeconds() {
        Limits limits = Limits.standard();
        assertThat(limits.create().plus(limits.join())).isLessThan(WORST_CASE);
    }

    private static Media create(BandwidthSessions sessions) {
        return ((Created.Ready) sessions.create("call-1")).media();
    }

    private static Created unavailable(String reason) {
        return new Created.Refused(new Refusal(Kind.UNAVAILABLE, reason));
    }
}

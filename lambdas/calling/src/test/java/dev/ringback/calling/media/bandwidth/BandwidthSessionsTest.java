package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import dev.ringback.telemetry.Metric;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BandwidthSessionsTest {
    private final FakeBandwidth bandwidth = new FakeBandwidth();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final BandwidthSessions sessions = new BandwidthSessions(
            FakeBandwidthSecret.of(bandwidth.credentials()), InstantSource.system(), TestLimits.PATIENT, telemetry);

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @Test
    void joinsBothPartiesInOneSession() {
        Media media = open();
        assertThat(bandwidth.joined())
                .containsEntry(media.caller().id(), media.sessionId())
                .containsEntry(media.callee().id(), media.sessionId());
    }

    @Test
    void givesEachPartyItsOwnToken() {
        Media media = open();
        assertThat(media.caller().token()).isEqualTo("jwt." + media.caller().id());
        assertThat(media.callee().token()).isEqualTo("jwt." + media.callee().id());
    }

    @Test
    void needsFiveRequestsAndAToken() {
        open();
        assertThat(bandwidth.seen())
                .extracting(FakeBandwidth.Seen::operation)
                .containsExactlyInAnyOrder(
                        "getToken",
                        "createSession",
                        "createParticipant",
                        "createParticipant",
                        "addParticipant",
                        "addParticipant");
    }

    @Test
    void asksForTheTokenOnceForManyCalls() {
        open();
        open();
        assertThat(bandwidth.seen("getToken")).hasSize(1);
    }

    @Test
    void makesSessionAndParticipantsAtTheSameTime() {
        CountDownLatch wave = new CountDownLatch(3);
        bandwidth.spoil("createSession", heldUntilAllAreThere(wave));
        bandwidth.spoil("createParticipant", heldUntilAllAreThere(wave), heldUntilAllAreThere(wave));
        assertThat(sessions.create("call-1")).isInstanceOf(Created.Ready.class);
    }

    @Test
    void joinsBothAtTheSameTime() {
        Media media = create();
        CountDownLatch wave = new CountDownLatch(2);
        bandwidth.spoil("addParticipant", heldUntilAllAreThere(wave), heldUntilAllAreThere(wave));
        assertThat(sessions.join(media)).isEmpty();
    }

    @Test
    void deletesAllAtTheSameTime() {
        Media media = open();
        CountDownLatch wave = new CountDownLatch(3);
        bandwidth.spoil("deleteSession", heldUntilAllAreThere(wave));
        bandwidth.spoil("deleteParticipant", heldUntilAllAreThere(wave), heldUntilAllAreThere(wave));
        assertThat(sessions.release(media)).isTrue();
    }

    @Test
    void asksForAudioWithTheCurrentDeviceApi() throws Exception {
        open();
        assertThat(bandwidth.seen("createParticipant").getFirst().body()).isEqualTo(new ObjectMapper().readTree("""
                {"publishPermissions":["AUDIO"],"deviceApiVersion":"V3","tag":"call-1"}
                """));
    }

    @Test
    void subscribesBothToTheWholeSession() {
        Media media = open();
        assertThat(bandwidth.seen("addParticipant"))
                .hasSize(2)
                .allMatch(add -> add.body().path("sessionId").asText().equals(media.sessionId()));
    }

    @Test
    void leavesNothingBehindWhenReleased() {
        sessions.release(open());
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void countsWhatIsGoneAlreadyAsReleased() {
        Media media = open();
        sessions.release(media);
        assertThat(sessions.release(media)).isTrue();
    }

    @Test
    void saysWhenSomethingCouldNotBeReleased() {
        Media media = open();
        bandwidth.spoil("deleteParticipant", Fault.status(500), Fault.status(500));
        bandwidth.spoil("deleteParticipant", Fault.status(500), Fault.status(500));
        assertThat(sessions.release(media)).isFalse();
    }

    @Test
    void releasesTheRestWhenOneCannotBeReleased() {
        Media media = open();
        bandwidth.spoil("deleteSession", Fault.status(500), Fault.status(500));
        sessions.release(media);
        assertThat(bandwidth.left()).isEqualTo(Set.of(media.sessionId()));
    }

    @Test
    void repeatsADeleteThatFailed() {
        Media media = open();
        bandwidth.spoil("deleteSession", Fault.drop());
        assertThat(sessions.release(media)).isTrue();
    }

    @Test
    void neverPutsAForeignIdIntoAUrl() {
        var odd = new Media.Participant("../sessions", "t");
        assertThat(sessions.release(new Media("s-1", odd, odd))).isFalse();
        assertThat(bandwidth.seen("deleteParticipant")).isEmpty();
    }

    @Test
    void recordsTheLatencyOfEachOperation() {
        open();
        assertThat(telemetry.durations())
                .filteredOn(duration -> duration.metric() == Metric.BANDWIDTH_LATENCY)
                .extracting(duration -> duration.dimensions().get("operation"))
                .contains("createSession", "addParticipant");
    }

    @Test
    void tellsTelemetryNoToken() {
        Media media = open();
        bandwidth.revokeTokens();
        sessions.release(media);
        List<String> secrets = List.of(media.caller().token(), "token-", FakeBandwidth.CLIENT_SECRET);
        String told = telemetry.events() + " " + telemetry.counts() + " " + telemetry.durations();
        assertThat(secrets).noneMatch(told::contains);
    }

    private Media create() {
        return ((Created.Ready) sessions.create("call-1")).media();
    }

    private Media open() {
        Media media = create();
        assertThat(sessions.join(media)).isEmpty();
        return media;
    }

    private static Fault heldUntilAllAreThere(CountDownLatch wave) {
        return _ -> {
            wave.countDown();
            return wave.await(3, TimeUnit.SECONDS);
        };
    }
}

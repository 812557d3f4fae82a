package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.MediaProvider.Opened;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthFaultsTest {
    private final FakeBandwidth bandwidth = new FakeBandwidth();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final BandwidthSessions sessions = new BandwidthSessions(
            FakeBandwidthSecret.of(bandwidth.credentials()), InstantSource.system(), TestLimits.PATIENT, telemetry);

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "addParticipant"})
    void failsWhenARequestKeepsBreaking(String operation) {
        bandwidth.spoil(operation, Fault.status(500), Fault.status(500));
        bandwidth.spoil(operation, Fault.status(500), Fault.status(500));
        assertThat(sessions.open("call-1")).isEqualTo(new Opened.Failed(operation + ": 500"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "addParticipant"})
    void isUnavailableWhenItIsAskedTooOften(String operation) {
        bandwidth.spoil(operation, Fault.status(429), Fault.status(429));
        bandwidth.spoil(operation, Fault.status(429), Fault.status(429));
        assertThat(sessions.open("call-1")).isEqualTo(new Opened.Unavailable(operation + ": 429"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "addParticipant"})
    void isUnavailableWhenConnectionsAreDropped(String operation) {
        bandwidth.spoil(operation, Fault.drop(), Fault.drop());
        bandwidth.spoil(operation, Fault.drop(), Fault.drop());
        assertThat(sessions.open("call-1")).isEqualTo(new Opened.Unavailable(operation + ": connection_lost"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void survivesOneRefusalForBeingAskedTooOften() {
        bandwidth.spoil("createSession", Fault.status(429));
        bandwidth.spoil("createParticipant", Fault.status(429));
        bandwidth.spoil("addParticipant", Fault.status(429));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Ready.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 503})
    void survivesOneBrokenAdd(int status) {
        bandwidth.spoil("addParticipant", Fault.status(status));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Ready.class);
    }

    @Test
    void survivesOneDroppedAdd() {
        bandwidth.spoil("addParticipant", Fault.drop());
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Ready.class);
    }

    @Test
    void neverRepeatsACreateThatMayHaveBeenProcessed() {
        bandwidth.spoil("createSession", Fault.status(503));
        sessions.open("call-1");
        assertThat(bandwidth.seen("createSession")).hasSize(1);
    }

    @Test
    void neverRepeatsACreateWhoseConnectionWasLost() {
        bandwidth.spoil("createSession", Fault.drop());
        sessions.open("call-1");
        assertThat(bandwidth.seen("createSession")).hasSize(1);
    }

    @Test
    void neverRepeatsWhatIsSimplyWrong() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        assertThat(sessions.open("call-1")).isEqualTo(new Opened.Failed("addParticipant: 400"));
        assertThat(bandwidth.seen("addParticipant")).hasSize(2);
    }

    @Test
    void honoursARequestedPauseThatFits() {
        bandwidth.spoil("createSession", Fault.retryAfter(429, "1"));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Ready.class);
    }

    @Test
    void doesNotRepeatBeforeARequestedPauseThatDoesNotFit() {
        bandwidth.spoil("createSession", Fault.retryAfter(429, "3600"));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Unavailable.class);
        assertThat(bandwidth.seen("createSession")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "getToken"})
    void failsOnTheHtmlOfAProxy(String operation) {
        bandwidth.spoil(operation, Fault.answer(200, "text/html", "<html>sign in</html>"));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Failed.class);
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void failsWhenAParticipantComesWithoutAToken() {
        bandwidth.spoil(
                "createParticipant",
                Fault.answer(200, "application/json", "{\"participant\":{\"id\":\"participant-x\"}}"));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Failed.class);
    }

    @Test
    void deletesAParticipantThatCameWithoutAToken() {
        bandwidth.spoil(
                "createParticipant",
                Fault.answer(200, "application/json", "{\"participant\":{\"id\":\"participant-x\"}}"));
        sessions.open("call-1");
        assertThat(bandwidth.seen("deleteParticipant"))
                .extracting(FakeBandwidth.Seen::path)
                .anyMatch(path -> path.endsWith("/participant-x"));
    }

    @Test
    void failsOnAnIdThatCannotStandInAUrl() {
        bandwidth.spoil("createSession", Fault.answer(200, "application/json", "{\"id\":\"a/../b\"}"));
        assertThat(sessions.open("call-1")).isInstanceOf(Opened.Failed.class);
    }

    @Test
    void doesNotFollowARedirect() {
        bandwidth.spoil("createSession", exchange -> {
            exchange.getResponseHeaders().set("Location", bandwidth.url() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return false;
        });
        assertThat(sessions.open("call-1")).isEqualTo(new Opened.Failed("createSession: 302"));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        String large = "{\"id\":\"session-1\",\"x\":\"" + "x".repeat(100_000) + "\"}";
        bandwidth.spoil("createSession", Fault.answer(200, "application/json", large));
        assertThat(sessions.open("call-1")).isNotInstanceOf(Opened.Ready.class);
    }

    @Test
    void repeatsTheDeletesOfAnUndo() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", Fault.status(500));
        bandwidth.spoil("deleteParticipant", Fault.drop(), Fault.drop());
        sessions.open("call-1");
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void reportsWhatAnUndoLeftBehind() {
        bandwidth.spoil("addParticipant", Fault.status(400));
        bandwidth.spoil("deleteSession", Fault.status(500), Fault.status(500));
        sessions.open("call-1");
        assertThat(telemetry.counts()).contains(new RecordingTelemetry.Count("MediaLeftBehind", Map.of()));
    }

    @Test
    void isUnavailableWhenNobodyListens() {
        bandwidth.close();
        assertThat(sessions.open("call-1")).isEqualTo(new Opened.Unavailable("getToken: no_connection"));
    }

    @Test
    void countsErrorsByOperationAndOutcome() {
        bandwidth.spoil("createSession", Fault.status(500));
        sessions.open("call-1");
        assertThat(telemetry.counts())
                .contains(new RecordingTelemetry.Count(
                        "BandwidthErrors", Map.of("operation", "createSession", "outcome", "500")));
    }
}

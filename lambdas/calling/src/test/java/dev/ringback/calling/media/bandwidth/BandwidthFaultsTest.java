package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import dev.ringback.telemetry.Metric;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of making a call's media when Bandwidth, or the way there, is broken. */
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
    @ValueSource(strings = {"createSession", "createParticipant"})
    void failsWhenARequestBreaks(String operation) {
        bandwidth.spoil(operation, Fault.status(500), Fault.status(500));
        assertThat(create()).isEqualTo(refused(Kind.FAILED, operation + ": 500"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant"})
    void isUnavailableWhenItIsAskedTooOften(String operation) {
        bandwidth.spoil(operation, Fault.status(429), Fault.status(429));
        bandwidth.spoil(operation, Fault.status(429), Fault.status(429));
        assertThat(create()).isEqualTo(refused(Kind.UNAVAILABLE, operation + ": 429"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant"})
    void isUnavailableWhenConnectionsAreDropped(String operation) {
        bandwidth.spoil(operation, Fault.drop(), Fault.drop());
        assertThat(create()).isEqualTo(refused(Kind.UNAVAILABLE, operation + ": connection_lost"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void tellsTheWorstOfSeveralFailures() {
        bandwidth.spoil("createSession", Fault.drop());
        bandwidth.spoil("createParticipant", Fault.status(500), Fault.status(403));
        assertThat(create()).isEqualTo(refused(Kind.NOT_CONFIGURED, "createParticipant: 403"));
    }

    @Test
    void survivesOneRefusalForBeingAskedTooOften() {
        bandwidth.spoil("createSession", Fault.status(429));
        bandwidth.spoil("createParticipant", Fault.status(429));
        assertThat(create()).isInstanceOf(Created.Ready.class);
    }

    @Test
    void neverRepeatsACreateThatMayHaveBeenProcessed() {
        bandwidth.spoil("createSession", Fault.status(503));
        create();
        assertThat(bandwidth.seen("createSession")).hasSize(1);
    }

    @Test
    void neverRepeatsACreateWhoseConnectionWasLost() {
        bandwidth.spoil("createSession", Fault.drop());
        create();
        assertThat(bandwidth.seen("createSession")).hasSize(1);
    }

    @Test
    void honoursARequestedPauseThatFits() {
        bandwidth.spoil("createSession", Fault.retryAfter(429, "1"));
        assertThat(create()).isInstanceOf(Created.Ready.class);
    }

    @Test
    void doesNotRepeatBeforeARequestedPauseThatDoesNotFit() {
        bandwidth.spoil("createSession", Fault.retryAfter(429, "3600"));
        assertThat(create()).isEqualTo(refused(Kind.UNAVAILABLE, "createSession: 429"));
        assertThat(bandwidth.seen("createSession")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createSession", "createParticipant", "getToken"})
    void failsOnTheHtmlOfAProxy(String operation) {
        bandwidth.spoil(operation, Fault.answer(200, "text/html", "<html>sign in</html>"));
        assertThat(failure()).isEqualTo(Kind.FAILED);
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void failsWhenAParticipantComesWithoutAToken() {
        bandwidth.spoil(
                "createParticipant",
                Fault.answer(200, "application/json", "{\"participant\":{\"id\":\"participant-x\"}}"));
        assertThat(failure()).isEqualTo(Kind.FAILED);
    }

    @Test
    void deletesAParticipantThatCameWithoutAToken() {
        bandwidth.spoil(
                "createParticipant",
                Fault.answer(200, "application/json", "{\"participant\":{\"id\":\"participant-x\"}}"));
        create();
        assertThat(bandwidth.seen("deleteParticipant"))
                .extracting(FakeBandwidth.Seen::path)
                .anyMatch(path -> path.endsWith("/participant-x"));
    }

    @Test
    void failsOnAnIdThatCannotStandInAUrl() {
        bandwidth.spoil("createSession", Fault.answer(200, "application/json", "{\"id\":\"a/../b\"}"));
        assertThat(failure()).isEqualTo(Kind.FAILED);
    }

    @Test
    void doesNotFollowARedirect() {
        bandwidth.spoil("createSession", exchange -> {
            exchange.getResponseHeaders().set("Location", bandwidth.url() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return false;
        });
        assertThat(create()).isEqualTo(refused(Kind.FAILED, "createSession: 302"));
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        String large = "{\"id\":\"session-1\",\"x\":\"" + "x".repeat(100_000) + "\"}";
        bandwidth.spoil("createSession", Fault.answer(200, "application/json", large));
        assertThat(create()).isInstanceOf(Created.Refused.class);
    }

    @Test
    void isUnavailableWhenNobodyListens() {
        bandwidth.close();
        assertThat(create()).isEqualTo(refused(Kind.UNAVAILABLE, "getToken: no_connection"));
    }

    @Test
    void countsErrorsByOperationAndOutcome() {
        bandwidth.spoil("createSession", Fault.status(500));
        create();
        assertThat(telemetry.counts())
                .contains(new RecordingTelemetry.Count(
                        Metric.BANDWIDTH_ERRORS, Map.of("operation", "createSession", "outcome", "500")));
    }

    private Created create() {
        return sessions.create("call-1");
    }

    private Kind failure() {
        return ((Created.Refused) create()).refusal().kind();
    }

    private static Created refused(Kind kind, String reason) {
        return new Created.Refused(new Refusal(kind, reason));
    }
}

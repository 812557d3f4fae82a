package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.Together;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Created;
import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.calling.secret.BandwidthCredentials;
import dev.ringback.calling.secret.BandwidthSecret.Reading;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private final FakeBandwidth bandwidth = new FakeBandwidth();
    private final FakeBandwidthSecret secret = FakeBandwidthSecret.of(bandwidth.credentials());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final BandwidthSessions sessions =
            new BandwidthSessions(secret, now::get, TestLimits.PATIENT, new RecordingTelemetry());

    @AfterEach
    void stop() {
        bandwidth.close();
    }

    @Test
    void asksForATokenWithClientCredentials() {
        sessions.create("call-1");
        assertThat(bandwidth.seen("getToken").getFirst().authorization())
                .isEqualTo("Basic Y2xpZW50LWlkOmNsaWVudC1zZWNyZXQ=");
    }

    @Test
    void sendsAnApiUsersNameAndPassword() {
        var basic = new BandwidthCredentials.Basic("user", "pässword");
        secret.replaceBy(new Reading.Usable(new BandwidthCredentials(
                FakeBandwidth.ACCOUNT,
                basic,
                URI.create(bandwidth.url() + "/v1"),
                URI.create("http://unused.invalid"))));
        assertThat(sessions.create("call-1")).isInstanceOf(Created.Ready.class);
        assertThat(bandwidth.seen("createSession").getFirst().authorization()).isEqualTo("Basic dXNlcjpww6Rzc3dvcmQ=");
    }

    @Test
    void usesATokenUntilAMinuteBeforeItsEnd() {
        sessions.create("call-1");
        now.set(now.get().plus(Duration.ofMinutes(59)).minusSeconds(1));
        sessions.create("call-2");
        assertThat(bandwidth.seen("getToken")).hasSize(1);
    }

    @Test
    void getsANewTokenAMinuteBeforeItsEnd() {
        sessions.create("call-1");
        now.set(now.get().plus(Duration.ofMinutes(59)));
        sessions.create("call-2");
        assertThat(bandwidth.seen("getToken")).hasSize(2);
    }

    @Test
    void getsOneTokenForManyCallsAtOnce() {
        Together.run(Collections.nCopies(8, () -> sessions.create("call")));
        assertThat(bandwidth.seen("getToken")).hasSize(1);
    }

    @Test
    void triesOnceMoreWithANewTokenAfterA401() {
        sessions.create("call-1");
        bandwidth.revokeTokens();
        assertThat(sessions.create("call-2")).isInstanceOf(Created.Ready.class);
    }

    @Test
    void getsOneNewTokenForAWholeWaveOf401s() {
        Media media = ((Created.Ready) sessions.create("call-1")).media();
        bandwidth.revokeTokens();
        sessions.release(media);
        assertThat(bandwidth.seen("getToken")).hasSize(2);
    }

    @Test
    void readsTheSecretAgainAfterA401() {
        sessions.create("call-1");
        bandwidth.revokeTokens();
        sessions.create("call-2");
        assertThat(secret.forgotten()).isEqualTo(1);
    }

    @Test
    void failsAfterASecond401() {
        bandwidth.spoil("createSession", Fault.status(401), Fault.status(401));
        assertThat(sessions.create("call-1")).isEqualTo(notConfigured("createSession: 401"));
        assertThat(bandwidth.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void isNotConfiguredWhenTheCredentialsAreRefused(int status) {
        bandwidth.spoil("getToken", Fault.status(status));
        assertThat(sessions.create("call-1")).isEqualTo(notConfigured("getToken: " + status));
    }

    @Test
    void isTriedOutWithoutAChangeAtBandwidth() {
        assertThat(sessions.tryOut()).isEmpty();
        assertThat(bandwidth.seen()).hasSize(2);
        assertThat(bandwidth.seen("getToken")).hasSize(1);
        assertThat(bandwidth.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getToken", "getSession"})
    void tellsWhatItWasRefusedWhenTriedOut(String operation) {
        bandwidth.spoil(operation, Fault.status(403), Fault.status(403));
        assertThat(sessions.tryOut()).contains(new Refusal(Refusal.Kind.NOT_CONFIGURED, operation + ": 403"));
    }

    @Test
    void sendsNothingWhenTheSecretIsUnusable() {
        secret.replaceBy(new Reading.Unusable("the Bandwidth secret is empty"));
        assertThat(sessions.create("call-1")).isEqualTo(notConfigured("the Bandwidth secret is empty"));
        assertThat(bandwidth.seen()).isEmpty();
    }

    @Test
    void isUnavailableWhenTheSecretCannotBeReached() {
        secret.replaceBy(new Reading.Unreachable("Secrets Manager did not answer"));
        assertThat(sessions.create("call-1"))
                .isEqualTo(refused(Refusal.Kind.UNAVAILABLE, "Secrets Manager did not answer"));
    }

    @Test
    void repeatsATokenRequestThatBroke() {
        bandwidth.spoil("getToken", Fault.status(500));
        assertThat(sessions.create("call-1")).isInstanceOf(Created.Ready.class);
    }

    @Test
    void primingMakesNothing() {
        sessions.prime();
        assertThat(bandwidth.left()).isEmpty();
    }

    @Test
    void primingGoesTheWholeWay() {
        sessions.prime();
        assertThat(bandwidth.seen()).hasSize(2);
    }

    @Test
    void primingKeepsNoToken() {
        sessions.prime();
        sessions.create("call-1");
        assertThat(bandwidth.seen("getToken")).hasSize(2);
    }

    @Test
    void primingForgetsTheSecret() {
        sessions.prime();
        assertThat(secret.forgotten()).isEqualTo(1);
    }

    @Test
    void primingSurvivesAnEmptySecret() {
        secret.replaceBy(new Reading.Unusable("the Bandwidth secret is empty"));
        sessions.prime();
        assertThat(bandwidth.seen()).isEmpty();
    }

    private static Created notConfigured(String reason) {
        return refused(Refusal.Kind.NOT_CONFIGURED, reason);
    }

    private static Created refused(Refusal.Kind kind, String reason) {
        return new Created.Refused(new Refusal(kind, reason));
    }
}

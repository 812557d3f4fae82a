package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenUpkeepTest {
    private static final PushOutcome DEAD = new PushOutcome.TokenDead("UNREGISTERED");

    private final Assembled parts = new Assembled();
    private final RingingCall ringing = parts.ringing;

    @Test
    void forgetsADeviceWhoseOnlyTokenIsDead() throws Exception {
        parts.sender.answer("old-voip", DEAD);
        parts.ring();
        assertThat(devices()).doesNotContain(ringing.old.id());
    }

    @Test
    void keepsADeviceWhoseVoipTokenAloneIsDead() throws Exception {
        parts.sender.answer("tablet-voip", DEAD);
        parts.ring();
        assertThat(ringing.backend.devices.find(ringing.tablet.id()).flatMap(Device::voipToken))
                .isEmpty();
        assertThat(devices()).contains(ringing.tablet.id());
    }

    @Test
    void forgetsTheDialedDeviceOnceTheCallIsOverForIt() throws Exception {
        List.of("phone", "tablet-voip", "old-voip").forEach(token -> parts.sender.answer(token, DEAD));
        parts.ring();
        assertThat(ringing.backend.devices.find(ringing.phone.id())).isEmpty();
    }

    @Test
    void keepsADeviceThatRegisteredAgainMeanwhile() throws Exception {
        parts.sender.meanwhile =
                () -> ringing.register(Enrolments.iPhone("bob", "tablet-alert", "tablet-voip-2", "tablet"));
        parts.sender.answer("tablet-voip", DEAD);
        parts.ring();
        assertThat(ringing.backend.devices.find(ringing.tablet.id()).flatMap(Device::voipToken))
                .contains("tablet-voip-2");
    }

    @Test
    void forgetsADeadTokenThatWasToldToStop() throws Exception {
        parts.sender.answer("tablet-alert", DEAD);
        parts.stop("CANCELLED", ringing.caller.id());
        assertThat(ringing.backend.devices.find(ringing.tablet.id()))
                .hasValueSatisfying(
                        device -> assertThat(device.has("tablet-alert")).isFalse());
    }

    @Test
    void marksATokenThatTheChannelDoesNotKnow() throws Exception {
        parts.sender.answer("old-voip", new PushOutcome.WrongForChannel("BadDeviceToken"));
        parts.ring();
        assertThat(parts.marked).containsExactly("old-voip");
        assertThat(devices()).contains(ringing.old.id());
        assertThat(parts.log()).contains("\"PushWrongForChannel\":1");
    }

    static List<PushOutcome> noFaultOfTheToken() {
        return List.of(
                new PushOutcome.Accepted("x"),
                new PushOutcome.Retryable("x"),
                new PushOutcome.Unanswered("x"),
                new PushOutcome.Unknown("x"));
    }

    @ParameterizedTest
    @MethodSource("noFaultOfTheToken")
    void keepsATokenThatIsNotToBlame(PushOutcome outcome) throws Exception {
        parts.sender.answer("old-voip", outcome, outcome, outcome);
        parts.ring();
        assertThat(devices()).contains(ringing.old.id());
        assertThat(parts.marked).isEmpty();
    }

    @Test
    void keepsATokenWhenPushesAreMisconfigured() {
        parts.sender.answer("old-voip", new PushOutcome.Misconfigured("InvalidProviderToken"));
        assertThatThrownBy(parts::ring).isInstanceOf(PushFailedException.class);
        assertThat(devices()).contains(ringing.old.id());
    }

    private List<String> devices() {
        return ringing.backend.devices.ofOwner("bob").stream().map(Device::id).toList();
    }
}

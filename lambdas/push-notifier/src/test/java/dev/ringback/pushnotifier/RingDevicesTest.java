package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.JoinToken;
import dev.ringback.pushnotifier.push.Push;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingDevicesTest {
    private final Assembled parts = new Assembled();
    private final RingingCall ringing = parts.ringing;

    @Test
    void ringsAllDevicesOfTheCalleeAtOnce() throws Exception {
        parts.ring();
        assertThat(parts.sender.sent).hasSize(1);
        assertThat(parts.first().addresses())
                .containsExactlyInAnyOrder(
                        new Address(ringing.phone.id(), NotifyType.GCM, "phone"),
                        new Address(ringing.tablet.id(), NotifyType.APNS_VOIP, "tablet-voip"),
                        new Address(ringing.old.id(), NotifyType.APNS_VOIP_SANDBOX, "old-voip"));
    }

    @Test
    void ringsAnIphoneWithoutAVoipTokenByAnAlert() throws Exception {
        Device iphone = ringing.register(Enrolments.of("bob", NotifyType.APNS_SANDBOX, "alert-only"));
        parts.ring();
        assertThat(parts.first().addresses()).contains(new Address(iphone.id(), NotifyType.APNS_SANDBOX, "alert-only"));
    }

    @Test
    void saysWhoCallsAndUntilWhen() throws Exception {
        parts.ring();
        assertThat(parts.first().push()).isInstanceOf(Push.IncomingCall.class);
        assertThat(parts.first().push().notice().callId()).isEqualTo(ringing.call.id());
        assertThat(parts.first().push().notice().callerName()).contains("Ada Lovelace");
        assertThat(parts.first().push().notice().expiresAt()).isEqualTo(ringing.call.ringUntil());
    }

    @Test
    void carriesNoCredential() throws Exception {
        parts.ring();
        assertThat(((Push.IncomingCall) parts.first().push()).join()).isEmpty();
    }

    @Test
    void givesTheDialedDeviceWhatItJoinsWithIfAppsDoNotAnswer() throws Exception {
        parts.withToken = true;
        parts.ring();
        assertThat(((Push.IncomingCall) parts.first().push()).join())
                .contains(new JoinToken(ringing.phone.id(), ringing.calleeToken));
    }

    @Test
    void ringsTheDialedDeviceAloneIfAppsDoNotAnswer() throws Exception {
        parts.withToken = true;
        parts.ring();
        assertThat(parts.first().addresses()).containsExactly(new Address(ringing.phone.id(), NotifyType.GCM, "phone"));
    }

    @Test
    void asksForTheNameThatTheCallersOwnerGave() throws Exception {
        parts.names = (callerId, owner) -> Optional.of(callerId + " of " + owner);
        parts.ring();
        assertThat(parts.first().push().notice().callerName()).contains(ringing.caller.id() + " of ada");
    }

    @Test
    void ringsWithoutANameWhenTheDirectoryFails() throws Exception {
        parts.names = (callerId, owner) -> {
            throw new IllegalStateException("throttled");
        };
        parts.ring();
        assertThat(parts.first().push().notice().callerName()).isEmpty();
    }

    @Test
    void doesNotDisturbADeviceThatIsInAnotherCall() throws Exception {
        ((InMemoryDeviceStore) ringing.backend.devices).hold(ringing.tablet.id(), "another-call");
        parts.ring();
        assertThat(parts.first().tokens()).containsExactlyInAnyOrder("phone", "old-voip");
    }

    @Test
    void doesNotRingTheDeviceThatCallsAnotherOfTheSameUser() throws Exception {
        Device second = ringing.register(Enrolments.of("ada", NotifyType.GCM, "adas-second"));
        ringing.hangUp();
        Call call = SampleCalls.ringing(ringing.backend, ringing.caller.id(), second.id());
        parts.ring(call.id());
        assertThat(parts.first().tokens()).containsExactly("adas-second");
    }

    @Test
    void doesNotRingAnExpiredDevice() throws Exception {
        ringing.backend.devices.forgetToken(ringing.phone, "phone");
        parts.ring();
        assertThat(parts.first().tokens()).containsExactlyInAnyOrder("tablet-voip", "old-voip");
    }

    @Test
    void sendsNothingForACallThatIsNotSetUp() throws Exception {
        String other = ringing.backend.device("ada");
        Call reserved = SampleCalls.reserved(ringing.backend, other, ringing.backend.device("carl"));
        parts.ring(reserved.id());
        notSent("not_set_up");
    }

    @Test
    void sendsNothingForACallThatIsOver() throws Exception {
        ringing.hangUp();
        parts.ring();
        notSent("call_over");
    }

    @Test
    void sendsNothingForACallThatWasAnswered() throws Exception {
        ringing.backend.answering.answer(ringing.call.id(), ringing.phone.id(), "bob");
        parts.ring();
        notSent("call_over");
    }

    @Test
    void sendsNothingAfterTheRing() throws Exception {
        ringing.clock.advance(Duration.ofSeconds(45));
        parts.ring();
        notSent("ring_over");
    }

    @Test
    void sendsNothingForAnUnknownCall() throws Exception {
        parts.ring("call-2");
        notSent("unknown_call");
    }

    private void notSent(String reason) {
        assertThat(parts.sender.sent).isEmpty();
        assertThat(parts.log()).contains("\"event\":\"pushNotSent\"", "\"reason\":\"" + reason + "\"");
    }
}

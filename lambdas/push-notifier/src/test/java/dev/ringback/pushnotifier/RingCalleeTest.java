package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.RingCallee.Ringing;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingCalleeTest {
    private final RingingCall ringing = new RingingCall();
    private final ScriptedSender sender = new ScriptedSender();
    private CallerNames names = (callerId, owner) -> Optional.of("Ada Lovelace");

    @Test
    void pushesToTheCalleesDevice() throws Exception {
        ring();
        assertThat(sender.sent.getFirst().channel()).isEqualTo(NotifyType.GCM);
        assertThat(sender.sent.getFirst().deviceToken()).isEqualTo("token-of-bob");
    }

    @Test
    void namesTheCaller() throws Exception {
        ring();
        assertThat(sender.sent.getFirst().push().callerName()).contains("Ada Lovelace");
    }

    @Test
    void asksForTheNameThatTheCallersOwnerGave() throws Exception {
        names = (callerId, owner) -> Optional.of(callerId + " of " + owner);
        ring();
        assertThat(sender.sent.getFirst().push().callerName()).contains(ringing.caller.id() + " of ada");
    }

    @Test
    void ringsWithoutANameWhenTheDirectoryFails() throws Exception {
        names = (callerId, owner) -> {
            throw new IllegalStateException("throttled");
        };
        ring();
        assertThat(sender.sent.getFirst().push().callerName()).isEmpty();
    }

    @Test
    void sendsNothingForACallThatIsNotSetUp() throws Exception {
        String other = ringing.backend.device("ada");
        Call reserved = SampleCalls.reserved(ringing.backend, other, ringing.backend.device("bob"));
        assertThat(ring(reserved.id())).isEqualTo(new Ringing.NotSent("not_set_up"));
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsNothingForACallThatIsOver() throws Exception {
        ringing.hangUp();
        assertThat(ring()).isEqualTo(new Ringing.NotSent("call_over"));
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsNothingForACallThatWasAnswered() throws Exception {
        ringing.backend.answering.answer(ringing.call.id(), ringing.callee.id(), "bob");
        assertThat(ring()).isEqualTo(new Ringing.NotSent("call_over"));
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsNothingAfterTheRing() throws Exception {
        ringing.clock.advance(Duration.ofSeconds(45));
        assertThat(ring()).isEqualTo(new Ringing.NotSent("ring_over"));
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsNothingForAnUnknownCall() throws Exception {
        assertThat(ring("call-2")).isEqualTo(new Ringing.NotSent("unknown_call"));
    }

    @Test
    void findsThatTheDeviceIsGone() throws Exception {
        ringing.loseCallee();
        assertThat(ring()).isEqualTo(new Ringing.NoDevice(ringing.call));
        assertThat(sender.sent).isEmpty();
    }

    private Ringing ring() throws InterruptedException {
        return ring(ringing.call.id());
    }

    private Ringing ring(String callId) throws InterruptedException {
        Delivery delivery = new Delivery(sender, false, ringing.clock, ringing.clock::advance);
        return new RingCallee(
                        ringing.backend.calls,
                        ringing.backend.devices,
                        names,
                        delivery,
                        ringing.clock,
                        ringing.backend.telemetry)
                .ring(callId);
    }
}

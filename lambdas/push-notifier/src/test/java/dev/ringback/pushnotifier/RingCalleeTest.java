package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.RingCallee.Ringing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RingCalleeTest {
    private final CallBeingSetUp setUp = new CallBeingSetUp();
    private final ScriptedSender sender = new ScriptedSender();
    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final AtomicInteger pauses = new AtomicInteger();
    private Runnable meanwhile = () -> {};
    private CallerNames names = (callerId, owner) -> Optional.of("Ada Lovelace");

    @Test
    void pushesToTheCalleesDevice() throws Exception {
        setUp.attachMedia();
        ring();
        assertThat(sender.sent.getFirst().channel()).isEqualTo(NotifyType.GCM);
        assertThat(sender.sent.getFirst().deviceToken()).isEqualTo("token-of-bob");
    }

    @Test
    void namesTheCaller() throws Exception {
        setUp.attachMedia();
        ring();
        assertThat(sender.sent.getFirst().push().callerName()).contains("Ada Lovelace");
    }

    @Test
    void asksForTheNameThatTheCallersOwnerGave() throws Exception {
        setUp.attachMedia();
        names = (callerId, owner) -> Optional.of(callerId + " of " + owner);
        ring();
        assertThat(sender.sent.getFirst().push().callerName()).contains(setUp.caller.id() + " of ada");
    }

    @Test
    void ringsWithoutANameWhenTheDirectoryFails() throws Exception {
        setUp.attachMedia();
        names = (callerId, owner) -> {
            throw new IllegalStateException("throttled");
        };
        ring();
        assertThat(sender.sent.getFirst().push().callerName()).isEmpty();
    }

    @Test
    void waitsForMediaThatIsStillBeingStored() throws Exception {
        meanwhile = setUp::attachMedia;
        ring();
        assertThat(sender.sent).hasSize(1);
        assertThat(pauses).hasValue(1);
    }

    @Test
    void waitsForMediaAtMostFiveSeconds() throws Exception {
        assertThat(ring()).isEqualTo(new Ringing.NotSent("no_media"));
        assertThat(pauses).hasValue(50);
    }

    @Test
    void stopsWaitingWhenTheCallFails() throws Exception {
        meanwhile = () -> setUp.calls.end("call-1", CallState.FAILED, setUp.clock.instant());
        assertThat(ring()).isEqualTo(new Ringing.NotSent("call_over"));
        assertThat(pauses).hasValue(1);
    }

    @Test
    void sendsNothingForACallThatEnded() throws Exception {
        setUp.attachMedia();
        setUp.calls.end("call-1", CallState.ENDED, setUp.clock.instant());
        assertThat(ring()).isEqualTo(new Ringing.NotSent("call_over"));
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsNothingAfterTheRing() throws Exception {
        setUp.attachMedia();
        setUp.clock.advance(Duration.ofSeconds(30));
        assertThat(ring()).isEqualTo(new Ringing.NotSent("ring_over"));
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsNothingForAnUnknownCall() throws Exception {
        assertThat(ringCallee().ring("call-2")).isEqualTo(new Ringing.NotSent("unknown_call"));
    }

    @Test
    void sendsNothingToADeviceThatIsGone() throws Exception {
        setUp.attachMedia();
        setUp.devices.delete(setUp.devices.find(setUp.callee.id()).orElseThrow());
        assertThat(ring()).isEqualTo(new Ringing.NotSent("no_device"));
    }

    private Ringing ring() throws InterruptedException {
        return ringCallee().ring("call-1");
    }

    private RingCallee ringCallee() {
        Pause pause = time -> {
            pauses.incrementAndGet();
            setUp.clock.advance(time);
            meanwhile.run();
        };
        return new RingCallee(
                setUp.calls,
                setUp.devices,
                names,
                new Delivery(sender, setUp.clock, pause),
                setUp.clock,
                pause,
                telemetry);
    }
}

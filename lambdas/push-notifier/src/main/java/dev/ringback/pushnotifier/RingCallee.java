package dev.ringback.pushnotifier;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Trace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Rings the phone of a call's callee, as long as the call is still to be rung. */
final class RingCallee {
    /** The reason when the call still waits for its media. */
    static final String NO_MEDIA = "no_media";

    private static final Duration BETWEEN_READS = Duration.ofMillis(100);

    /** The function is invoked while the call's media is still being stored, which takes up to two attempts of 2 s. */
    private static final int READS = 51;

    private final CallStore calls;
    private final DeviceStore devices;
    private final CallerNames names;
    private final Delivery delivery;
    private final InstantSource clock;
    private final Pause pause;
    private final Telemetry telemetry;

    RingCallee(
            CallStore calls,
            DeviceStore devices,
            CallerNames names,
            Delivery delivery,
            InstantSource clock,
            Pause pause,
            Telemetry telemetry) {
        this.calls = calls;
        this.devices = devices;
        this.names = names;
        this.delivery = delivery;
        this.clock = clock;
        this.pause = pause;
        this.telemetry = telemetry;
    }

    /** What became of it. */
    sealed interface Ringing {
        record Sent(Device device, PushOutcome outcome) implements Ringing {}

        record NotSent(String reason) implements Ringing {}
    }

    Ringing ring(String callId) throws InterruptedException {
        Optional<Call> found = calls.find(callId);
        for (int read = 1; read < READS && awaitsMedia(found); read++) {
            pause.of(BETWEEN_READS);
            found = calls.find(callId);
        }
        if (found.isEmpty()) {
            return new Ringing.NotSent("unknown_call");
        }
        Call call = found.get();
        if (!isToBeRung(call)) {
            return new Ringing.NotSent(call.state() == CallState.RINGING ? "ring_over" : "call_over");
        }
        return call.media().isEmpty() ? new Ringing.NotSent(NO_MEDIA) : ring(call);
    }

    private Ringing ring(Call call) throws InterruptedException {
        Optional<Device> device = devices.find(call.calleeId());
        return device.isEmpty()
                ? new Ringing.NotSent("no_device")
                : new Ringing.Sent(device.get(), delivery.deliver(call, device.get(), callerName(call)));
    }

    /** A call without a name is better than no call. */
    private Optional<String> callerName(Call call) {
        try {
            return names.nameOf(call.callerId(), call.callerOwner());
        } catch (RuntimeException e) {
            telemetry.event(Telemetry.Level.WARN, "directoryNotRead", Map.of("exception", Trace.of(e)));
            return Optional.empty();
        }
    }

    private boolean awaitsMedia(Optional<Call> call) {
        return call.isEmpty() || call.get().media().isEmpty() && isToBeRung(call.get());
    }

    private boolean isToBeRung(Call call) {
        return call.state() == CallState.RINGING && clock.instant().isBefore(call.ringUntil());
    }
}

package dev.ringback.pushnotifier;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Trace;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Rings the phone of a call's callee, as long as the call is still to be rung. */
final class RingCallee {
    private final CallStore calls;
    private final DeviceStore devices;
    private final CallerNames names;
    private final Delivery delivery;
    private final InstantSource clock;
    private final Telemetry telemetry;

    RingCallee(
            CallStore calls,
            DeviceStore devices,
            CallerNames names,
            Delivery delivery,
            InstantSource clock,
            Telemetry telemetry) {
        this.calls = calls;
        this.devices = devices;
        this.names = names;
        this.delivery = delivery;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /** What became of it. */
    sealed interface Ringing {
        record Sent(Call call, Device device, PushOutcome outcome) implements Ringing {}

        /** The call is to ring, and the callee has nothing that could. */
        record NoDevice(Call call) implements Ringing {}

        /** There is nothing to ring for. */
        record NotSent(String reason) implements Ringing {}
    }

    Ringing ring(String callId) throws InterruptedException {
        Optional<Call> call = calls.find(callId);
        return call.isEmpty() ? new Ringing.NotSent("unknown_call") : ring(call.get());
    }

    private Ringing ring(Call call) throws InterruptedException {
        if (call.state() != CallState.RINGING) {
            return new Ringing.NotSent("call_over");
        }
        if (!call.isSetUp()) {
            return new Ringing.NotSent("not_set_up");
        }
        if (!clock.instant().isBefore(call.ringUntil())) {
            return new Ringing.NotSent("ring_over");
        }
        Optional<Device> device = devices.find(call.calleeId());
        return device.isEmpty()
                ? new Ringing.NoDevice(call)
                : new Ringing.Sent(call, device.get(), delivery.deliver(call, device.get(), callerName(call)));
    }

    /** A call without a name is better than no call. */
    private Optional<String> callerName(Call call) {
        try {
            return names.nameOf(call.callerId(), call.parties().callerOwner());
        } catch (RuntimeException e) {
            telemetry.event(Telemetry.Level.WARN, "directoryNotRead", Map.of("exception", Trace.of(e)));
            return Optional.empty();
        }
    }
}

package dev.ringback.pushnotifier;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Actor;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import java.util.Optional;

/** A call that is to ring, between two registered devices. */
final class RingingCall {
    final InMemoryBackend backend = new InMemoryBackend();
    final FixedClock clock = backend.clock;
    final Device caller = register("ada", NotifyType.APNS_VOIP, "token-of-ada");
    final Device callee = register("bob", NotifyType.GCM, "token-of-bob");
    final Call call = SampleCalls.ringing(backend, caller.id(), callee.id());
    final String calleeToken = call.media().orElseThrow().callee().token();

    /** As it is now. */
    Call stored() {
        return backend.calls.find(call.id()).orElseThrow();
    }

    void hangUp() {
        backend.ending.hangUp(call, Actor.CALLER, Optional.empty());
    }

    /** Takes the callee's device away, which can only be done past the backend. */
    void loseCallee() {
        InMemoryDeviceStore devices = (InMemoryDeviceStore) backend.devices;
        devices.free(callee.id(), call.id());
        devices.delete(callee);
    }

    private Device register(String owner, NotifyType type, String token) {
        return backend.devices
                .register(Enrolments.of(owner, type, token), _ -> {})
                .device();
    }
}

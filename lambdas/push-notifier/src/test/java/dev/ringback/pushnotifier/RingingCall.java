package dev.ringback.pushnotifier;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.Enrolment;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import java.util.Optional;

/** A call that is to ring: from a device of ada to the phone of bob, who has a tablet and an old iPhone besides. */
final class RingingCall {
    static final String TRACE = "1-6a5c0f3e-0123456789abcdef01234567";

    final InMemoryBackend backend = new InMemoryBackend();
    final FixedClock clock = backend.clock;
    final Device caller = register(Enrolments.of("ada", NotifyType.APNS_VOIP, "token-of-ada"));
    final Device phone = register(Enrolments.of("bob", NotifyType.GCM, "phone"));
    final Device tablet = register(Enrolments.iPhone("bob", "tablet-alert", "tablet-voip", "tablet"));
    final Device old = register(Enrolments.of("bob", NotifyType.APNS_VOIP_SANDBOX, "old-voip"));
    final Call call = SampleCalls.ringing(backend, caller.id(), phone.id());
    final String calleeToken = call.media().orElseThrow().callee().token();

    /** As it is now. */
    Call stored() {
        return backend.calls.find(call.id()).orElseThrow();
    }

    Device register(Enrolment enrolment) {
        return backend.devices.register(enrolment, _ -> {}).device();
    }

    void hangUp() {
        backend.ending.hangUp(call, call.callerId(), Optional.empty());
    }

    /** Takes the callee's devices away, which can only be done past the backend. */
    void loseDevices() {
        InMemoryDeviceStore devices = (InMemoryDeviceStore) backend.devices;
        devices.free(phone.id(), call.id());
        devices.delete(phone);
        devices.delete(tablet);
        devices.delete(old);
    }
}

package dev.ringback.calling.call;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.device.DeviceStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Calls to begin a test with. */
public final class SampleCalls {
    private SampleCalls() {}

    /** A call whose devices are reserved, and whose media is not there yet. */
    public static Call reserved(InMemoryBackend backend, String callerId, String calleeId) {
        Instant now = backend.clock.instant();
        Call call = new Call(
                UUID.randomUUID().toString(),
                CallState.RINGING,
                callerId,
                calleeId,
                owner(backend.devices, callerId),
                Optional.empty(),
                now,
                now.plus(backend.times.ring()),
                now.plus(backend.times.setUpLease()));
        if (!(backend.calls.reserve(call, now) instanceof CallStore.Reservation.Reserved)) {
            throw new IllegalStateException("a device is not free");
        }
        return call;
    }

    /** A call that rings, with its media stored. */
    public static Call ringing(InMemoryBackend backend, String callerId, String calleeId) {
        Call call = reserved(backend, callerId, calleeId);
        backend.mediaProvider.open(call.id());
        backend.calls.attachMedia(
                call,
                FakeMediaProvider.media(call.id()),
                backend.clock.instant().plus(backend.times.callLease()));
        return backend.calls.find(call.id()).orElseThrow();
    }

    private static String owner(DeviceStore devices, String clientId) {
        return devices.find(clientId).orElseThrow().owner();
    }
}

package dev.ringback.calling.call;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.CallAnswering.Answering;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.DeviceStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Calls to begin a test with. */
public final class SampleCalls {
    private SampleCalls() {}

    /** A call whose devices are reserved, and whose media is not there yet. */
    public static Call reserved(InMemoryBackend backend, String callerId, String calleeId) {
        Instant now = backend.clock.instant();
        Call call = Call.begin(
                UUID.randomUUID().toString(),
                new Parties(callerId, owner(backend.devices, callerId), calleeId),
                now,
                now.plus(backend.times.ring()),
                now.plus(backend.times.setUpLease()));
        NewCall fresh = new NewCall(
                call,
                now.plus(backend.times.kept()),
                Optional.empty(),
                CallRate.of(call.parties().callerOwner(), now, new CallLimits(1000)));
        if (!(backend.calls.reserve(fresh) instanceof Reservation.Reserved)) {
            throw new IllegalStateException("a device is not free");
        }
        return call;
    }

    /** A call that rings, with its media stored. */
    public static Call ringing(InMemoryBackend backend, String callerId, String calleeId) {
        Call call = reserved(backend, callerId, calleeId);
        return noteMedia(backend, call, owner(backend.devices, calleeId));
    }

    /** The call with its media stored, which rings from now on. */
    public static Call noteMedia(InMemoryBackend backend, Call begun, String calleeOwner) {
        backend.mediaProvider.create(begun.id());
        return backend.calls
                .recordMedia(
                        begun,
                        calleeOwner,
                        FakeMediaProvider.media(begun.id()),
                        backend.clock.instant(),
                        backend.times.ringingLease(backend.clock.instant(), begun.ringUntil()))
                .orElseThrow();
    }

    /** A call that two talk in. */
    public static Call answered(InMemoryBackend backend, String callerId, String calleeId) {
        Call call = ringing(backend, callerId, calleeId);
        Answering answering = backend.answering.answer(call.id(), calleeId, owner(backend.devices, calleeId));
        return ((Answering.Answered) answering).call();
    }

    /** A call that has come to this end. */
    public static Call over(InMemoryBackend backend, String callerId, String calleeId, CallState state) {
        Transition last = Arrays.stream(Transition.values())
                .filter(transition -> transition.to() == state)
                .findFirst()
                .orElseThrow();
        Call call = last.from() == CallState.ANSWERED
                ? answered(backend, callerId, calleeId)
                : ringing(backend, callerId, calleeId);
        Change change = new Change(actor(last, call), Optional.empty(), backend.clock.instant());
        return ((Changing.Changed) backend.calls.end(call, last, change)).call();
    }

    private static String actor(Transition transition, Call call) {
        if (transition.isFor(Actor.SYSTEM)) {
            return Change.SYSTEM;
        }
        return transition.isFor(Actor.CALLER) ? call.callerId() : call.parties().heldCallee();
    }

    private static String owner(DeviceStore devices, String clientId) {
        return devices.find(clientId).orElseThrow().owner();
    }
}

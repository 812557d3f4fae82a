package dev.ringback.pushnotifier;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.Device;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.JoinToken;
import dev.ringback.pushnotifier.push.Push;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Rings the phones of a call's callee, as long as the call is still to be rung. */
final class RingDevices {
    private final CallStore calls;
    private final PushToDevices pushes;
    private final boolean withToken;
    private final InstantSource clock;

    /** @param withToken whether the dialed device gets what the callee joins with, or leaves that to its answer */
    RingDevices(CallStore calls, PushToDevices pushes, boolean withToken, InstantSource clock) {
        this.calls = calls;
        this.pushes = pushes;
        this.withToken = withToken;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Ringing {
        /** @param pushed empty if the callee has nothing that could ring */
        record Sent(Call call, List<Pushed> pushed) implements Ringing {}

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
        return new Ringing.Sent(call, pushes.send(job(call)));
    }

    private PushToDevices.Job job(Call call) {
        Optional<JoinToken> join = call.media()
                .filter(_ -> withToken)
                .map(media -> new JoinToken(call.calleeId(), media.callee().token()));
        return new PushToDevices.Job(
                call.id(),
                call.callerId(),
                call.parties().callerOwner(),
                new CalleesDevices.Callee(call.calleeId(), call.parties().calleeOwner(), call.callerId()),
                call.ringUntil(),
                device -> destination(call, device),
                notice -> new Push.IncomingCall(notice, join));
    }

    /** Who talks on a device is not disturbed on it: it could not answer. */
    private Optional<Address> destination(Call call, Device device) {
        boolean inAnotherCall =
                device.callId().filter(other -> !other.equals(call.id())).isPresent();
        // A device that joins without a word could not stop the others, and theirs would end its call.
        boolean couldNotBeStopped = withToken && !device.id().equals(call.calleeId());
        return inAnotherCall || couldNotBeStopped ? Optional.empty() : Optional.of(Destinations.toRing(device));
    }
}

package dev.ringback.pushnotifier;

import dev.ringback.calling.device.Device;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells the callee's phones that a call rings no more, except the one that knows because it did it. */
final class StopRinging {
    /** A phone that has not heard of it by then has stopped by itself. */
    private static final Duration CANCEL_KEPT = Duration.ofMinutes(1);
    /** A phone that was off tells of the call when it is on again. */
    private static final Duration MISSED_KEPT = Duration.ofHours(4);

    private final PushToDevices pushes;
    private final InstantSource clock;

    StopRinging(PushToDevices pushes, InstantSource clock) {
        this.pushes = pushes;
        this.clock = clock;
    }

    List<Pushed> stop(CallChange change) throws InterruptedException {
        Optional<Function<Notice, Push>> push = push(change);
        Instant end = change.at().plus(change.state().equals("MISSED") ? MISSED_KEPT : CANCEL_KEPT);
        // It has not rung for anybody whose owner it does not name: set up half-way, or kept from a callee who blocked
        // its caller.
        boolean rang = change.calleeOwner().isPresent();
        return push.isEmpty() || !rang || !clock.instant().isBefore(end)
                ? List.of()
                : pushes.send(job(change, end, push.get()));
    }

    private static PushToDevices.Job job(CallChange change, Instant end, Function<Notice, Push> push) {
        return new PushToDevices.Job(
                change.callId(),
                change.callerId(),
                change.callerOwner(),
                new CalleesDevices.Callee(change.calleeId(), change.calleeOwner(), change.callerId()),
                end,
                device -> destination(change, device),
                push);
    }

    private static Optional<Address> destination(CallChange change, Device device) {
        return device.id().equals(change.by()) ? Optional.empty() : Destinations.toTell(device);
    }

    private static Optional<Function<Notice, Push>> push(CallChange change) {
        return switch (change.state()) {
            case "ANSWERED" -> Optional.of(stopped(StopReason.ANSWERED_ELSEWHERE));
            case "DECLINED" -> Optional.of(stopped(StopReason.DECLINED_ELSEWHERE));
            case "CANCELLED" -> Optional.of(stopped(StopReason.CALLER_HANGUP));
            case "MISSED" -> Optional.of(Push.MissedCall::new);
            // No phone has rung for one that FAILED: ringing is the last thing that is set up.
            default -> Optional.empty();
        };
    }

    private static Function<Notice, Push> stopped(StopReason reason) {
        return notice -> new Push.CallCancelled(notice, reason);
    }
}

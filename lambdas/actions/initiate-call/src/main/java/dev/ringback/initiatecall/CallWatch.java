package dev.ringback.initiatecall;

import dev.ringback.calling.Pause;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Waits for a call that another request is setting up. */
final class CallWatch {
    private static final Duration BETWEEN_READS = Duration.ofMillis(150);
    /** Most set-ups are done by then, and whoever waits has an answer in time. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final CallStore calls;
    private final InstantSource clock;
    private final Pause pause;

    CallWatch(CallStore calls, InstantSource clock, Pause pause) {
        this.calls = calls;
        this.clock = clock;
        this.pause = pause;
    }

    /** The call once it is set up or over, or as it is when its time or that of waiting is up. */
    Optional<Call> untilSetUp(String callId) {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        Optional<Call> call = calls.find(callId);
        while (call.filter(this::mayYetBeSetUp).isPresent() && clock.instant().isBefore(end)) {
            waitALittle();
            call = calls.find(callId);
        }
        return call;
    }

    static boolean isBeingSetUp(Call call) {
        return !call.state().isFinal() && !call.isSetUp();
    }

    private boolean mayYetBeSetUp(Call call) {
        return isBeingSetUp(call) && !call.leaseIsOver(clock.instant());
    }

    private void waitALittle() {
        try {
            pause.of(BETWEEN_READS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another request sets up the call", e);
        }
    }
}

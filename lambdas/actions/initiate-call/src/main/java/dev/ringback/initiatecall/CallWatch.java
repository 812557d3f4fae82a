package dev.ringback.initiatecall;

import dev.ringback.calling.Pause;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import java.time.Duration;
import java.util.Optional;

/** Waits for a call that another request is setting up. */
final class CallWatch {
    private static final Duration BETWEEN_READS = Duration.ofMillis(150);
    /** A little over 4 s: most set-ups are done by then, and whoever waits has an answer in time. */
    private static final int READS = 27;

    private final CallStore calls;
    private final Pause pause;

    CallWatch(CallStore calls, Pause pause) {
        this.calls = calls;
        this.pause = pause;
    }

    /** The call once it is set up or over, or as it is when the time is up. */
    Optional<Call> untilSetUp(String callId) {
        Optional<Call> call = calls.find(callId);
        for (int read = 1; read < READS && call.filter(CallWatch::isBeingSetUp).isPresent(); read++) {
            waitALittle();
            call = calls.find(callId);
        }
        return call;
    }

    static boolean isBeingSetUp(Call call) {
        return !call.state().isFinal() && !call.isSetUp();
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

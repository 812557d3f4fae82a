package dev.ringback.endcall;

import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallState;
import java.util.Optional;

/** The shape the 2022 apps read: {@code message} is always "success". */
record EndCallAnswer(String message, Ended result) {
    /**
     * @param ended false when there was nothing to end any more
     * @param callId the call that was named, or that the device was in
     * @param state of that call now
     */
    record Ended(boolean ended, Optional<String> callId, Optional<CallState> state) {}

    static EndCallAnswer of(CallEnding.Ended end) {
        return new EndCallAnswer(
                "success",
                new Ended(
                        end.endedNow(),
                        Optional.of(end.call().id()),
                        Optional.of(end.call().state())));
    }

    static EndCallAnswer nothingToEnd() {
        return new EndCallAnswer("success", new Ended(false, Optional.empty(), Optional.empty()));
    }
}

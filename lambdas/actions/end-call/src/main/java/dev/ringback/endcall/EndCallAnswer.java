package dev.ringback.endcall;

import java.util.Optional;

/** The shape the 2022 apps read: {@code message} is always "success". */
record EndCallAnswer(String message, Ended result) {
    /**
     * @param ended false when there was nothing to end any more
     * @param callId the call the device was in
     */
    record Ended(boolean ended, Optional<String> callId) {}

    static EndCallAnswer success(boolean ended, Optional<String> callId) {
        return new EndCallAnswer("success", new Ended(ended, callId));
    }
}

package dev.ringback.pushnotifier.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What every push of a call says.
 *
 * @param callerName empty when there is nobody to name
 * @param expiresAt until when it is worth anything to a phone
 */
public record Notice(String callId, String callerId, Optional<String> callerName, Instant sentAt, Instant expiresAt) {
    /** How long a push service may try to deliver it; at least a second, since to some none means for ever. */
    public Duration timeToLive() {
        return Duration.ofSeconds(
                Math.max(1, Duration.between(sentAt, expiresAt).toSeconds()));
    }

    public Notice withCallerName(Optional<String> other) {
        return new Notice(callId, callerId, other, sentAt, expiresAt);
    }

    /** Without the name, which is for nobody's log. */
    @Override
    public String toString() {
        return "Notice[callId=" + callId + "]";
    }
}

package dev.ringback.pushnotifier.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a phone is told when it is called.
 *
 * @param callerName empty when there is nobody to name
 * @param joinToken the credential with which the callee joins, for apps that do not answer to get one; never logged
 * @param expiresAt when the phone is to stop ringing
 */
public record CallPush(
        String callId,
        String callerId,
        Optional<String> callerName,
        Optional<String> joinToken,
        Instant sentAt,
        Instant expiresAt) {
    /** How long a push service may try to deliver it; at least a second, since to some none means for ever. */
    public Duration timeToLive() {
        return Duration.ofSeconds(
                Math.max(1, Duration.between(sentAt, expiresAt).toSeconds()));
    }

    public CallPush withCallerName(Optional<String> other) {
        return new CallPush(callId, callerId, other, joinToken, sentAt, expiresAt);
    }

    @Override
    public String toString() {
        return "CallPush[callId=" + callId + "]";
    }
}

package dev.ringback.calling.device;

import java.time.Instant;
import java.util.Optional;

/**
 * What an app tells of itself when it registers.
 *
 * @param owner the {@code sub} of the user who is signed in
 * @param expiresAt when the device is gone unless it registers again
 */
public record Enrolment(
        String owner,
        NotifyType notifyType,
        String deviceToken,
        Optional<String> voipToken,
        Optional<String> installationId,
        Optional<String> platform,
        Optional<String> appVersion,
        Instant expiresAt) {

    /** As the device with this id, if it is in a call, still in it. */
    Device as(String id, Optional<String> callId) {
        return new Device(
                id,
                owner,
                notifyType,
                deviceToken,
                voipToken,
                installationId,
                platform,
                appVersion,
                Optional.of(expiresAt),
                callId);
    }

    /** Without the tokens, which are for nobody's log. */
    @Override
    public String toString() {
        return "Enrolment[owner=" + owner + ", notifyType=" + notifyType + "]";
    }
}

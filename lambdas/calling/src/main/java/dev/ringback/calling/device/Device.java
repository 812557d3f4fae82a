package dev.ringback.calling.device;

import java.time.Instant;
import java.util.Optional;

/**
 * One installation of the app that can be rung.
 *
 * @param id the clientId
 * @param owner the {@code sub} of the user it belongs to; never changes
 * @param deviceToken what all pushes go to, except calls where there is a VoIP token
 * @param voipToken what only a new call is pushed to
 * @param installationId the app's own name for itself, unlike a token always the same
 * @param expiresAt when it is gone unless it registers again; a device in a call stays until the call is over
 * @param callId the call it is in: no other can begin until that has ended
 */
public record Device(
        String id,
        String owner,
        NotifyType notifyType,
        String deviceToken,
        Optional<String> voipToken,
        Optional<String> installationId,
        Optional<String> platform,
        Optional<String> appVersion,
        Optional<Instant> expiresAt,
        Optional<String> callId) {

    /** True once it is not to be pushed to any more. */
    public boolean isExpired(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** True for a device that counts as removed, though its item may still be there. */
    public boolean isGone(Instant now) {
        return isExpired(now) && callId.isEmpty();
    }

    /** True if this is one of its tokens. */
    public boolean has(String token) {
        return deviceToken.equals(token) || voipToken.filter(token::equals).isPresent();
    }

    /** What is left of it without this token of its; empty if it has no other. */
    Optional<Device> without(String token) {
        if (voipToken.isEmpty()) {
            return Optional.empty();
        }
        boolean onlyVoip = deviceToken.equals(token);
        return Optional.of(new Device(
                id,
                owner,
                onlyVoip ? notifyType.voip() : notifyType,
                onlyVoip ? voipToken.get() : deviceToken,
                Optional.empty(),
                installationId,
                platform,
                appVersion,
                expiresAt,
                callId));
    }

    Device expiring(Instant now) {
        return new Device(
                id,
                owner,
                notifyType,
                deviceToken,
                voipToken,
                installationId,
                platform,
                appVersion,
                Optional.of(now),
                callId);
    }

    /** Without the tokens, which are for nobody's log. */
    @Override
    public String toString() {
        return "Device[id=" + id + ", notifyType=" + notifyType + ", callId=" + callId + "]";
    }
}

package dev.ringback.calling.device;

import java.util.Optional;

/**
 * One installation of the app that can be rung.
 *
 * @param id the clientId
 * @param owner the {@code sub} of the user it belongs to; never changes
 * @param callId the call it is in: no other can begin until that has ended
 */
public record Device(String id, String owner, NotifyType notifyType, String deviceToken, Optional<String> callId) {
    /** Without the push token, which is for nobody's log. */
    @Override
    public String toString() {
        return "Device[id=" + id + ", notifyType=" + notifyType + ", callId=" + callId + "]";
    }
}

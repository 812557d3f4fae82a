package dev.ringback.calling.device;

import java.time.Instant;
import java.util.Optional;

/**
 * One installation of the app that can be rung.
 *
 * @param id the clientId
 * @param owner the {@code sub} of the user it belongs to
 * @param reservation the call that holds it, live only until its lease ends
 */
public record Device(
        String id, String owner, NotifyType notifyType, String deviceToken, Optional<Reservation> reservation) {
    /** Without the push token, which is for nobody's log. */
    @Override
    public String toString() {
        return "Device[id=" + id + ", notifyType=" + notifyType + ", reservation=" + reservation + "]";
    }

    /** @param leaseUntil after this the device counts as free, whatever became of the call */
    public record Reservation(String callId, Instant leaseUntil) {}
}

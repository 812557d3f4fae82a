package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.Optional;

/**
 * The Calls table, and the reservations that a live call holds on its two devices. Every change is one conditional write or
 * one transaction; when others keep writing the same items it throws {@link dev.ringback.calling.ContendedException}.
 */
public interface CallStore {
    /** Reserves both devices and writes the call as RINGING, all or nothing. */
    Reservation reserve(Call call, Instant now);

    /** Stores the media and prolongs the lease of the call and both devices. False when the call is over: the media is then the caller's to release. */
    boolean attachMedia(Call call, Media media, Instant leaseUntil);

    /** Ends a live call; of two at once one gets {@link Ending.Ended}. Frees no device: that is {@link #release}. */
    Ending end(String callId, CallState finalState, Instant now);

    /** Frees the devices that this call still holds; harmless when repeated. */
    void release(Call call);

    Optional<Call> find(String callId);

    sealed interface Reservation {
        record Reserved() implements Reservation {}

        /** Unknown, or not of the caller's owner. */
        record CallerNotFound() implements Reservation {}

        record CalleeNotFound() implements Reservation {}

        record CallerBusy() implements Reservation {}

        record CalleeBusy() implements Reservation {}

        /** Others kept writing the same devices; nothing was changed. */
        record Contended() implements Reservation {}
    }

    sealed interface Ending {
        /** @param call as it was just before */
        record Ended(Call call) implements Ending {}

        /** @param call as it is; its devices and media may still need release if whoever ended it died half-way */
        record AlreadyOver(Call call) implements Ending {}

        record Unknown() implements Ending {}
    }
}

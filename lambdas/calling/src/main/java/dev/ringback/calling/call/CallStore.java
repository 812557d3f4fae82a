package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Calls table, and the hold that a live call has on its two devices: while it lives both name it, and the write that ends
 * it frees both. Every change is one conditional write or one transaction; when others keep writing the same items it throws
 * {@link dev.ringback.calling.ContendedException}.
 */
public interface CallStore {
    /** Holds both devices and writes the call as RINGING, all or nothing. A device whose call's time is up counts as free. */
    Reservation reserve(NewCall call);

    /**
     * Keeps what a request is answered, and ties it to that call if it found it instead of making it. Nothing happens if it is
     * tied to another.
     */
    void keepAnswer(RequestPin pin, String callId, String token, Instant now);

    /** Counts an attempt that was refused as a call, so that refusals are limited too. */
    void count(CallRate rate);

    /**
     * Stores the media, whatever became of the call meanwhile, so that it is released with it. From now on a live call rings;
     * but if the callee has blocked the caller, the call goes without its callee's owner, and so is nothing to him.
     *
     * @param begun the call as it was reserved
     * @param at when it was there
     * @param leaseUntil of a call that lives
     * @return the call as it is now; empty if there is none
     */
    Optional<Call> recordMedia(Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil);

    /**
     * Stores the media of a call that is over, so that it is released with it.
     *
     * @param releaseFrom if nothing was left to do for the call
     * @return false if there is no such call, or it lives
     */
    boolean keepMedia(String callId, Media media, Instant releaseFrom);

    /** Makes a call that rings an answered one, if this device was dialed and it rings no longer than it may. */
    Changing answer(Answer answer);

    /**
     * The same for another device of the same owner, which the call holds from now on in place of the dialed one.
     *
     * @param seen the call as it was read
     */
    Takeover takeOver(Call seen, Answer answer);

    /**
     * Remembers that a device does not want a call that rings on others too.
     *
     * @return all devices that do not; empty if the call rings no longer
     */
    Optional<Set<String>> decline(String callId, String clientId);

    /**
     * Ends a call and frees both devices.
     *
     * @param seen the call as it was read; refused if its state, who answered, or the lease that is over, is no longer that
     */
    Changing end(Call seen, Transition transition, Change change);

    /** Nothing happens if the call is no longer answered. */
    void renewLease(String callId, Instant leaseUntil);

    /** Notes when the release of the media of a call that is over is to be tried again. */
    void postponeRelease(String callId, Instant until);

    /** Notes that nothing is left of a call that is over; not if it has got other media meanwhile. */
    void released(Call call);

    /** Adds to what is noted of a call, whatever its state; nothing happens if there is none, or no room for it. */
    void note(String callId, List<CallTimeline.Entry> entries);

    Optional<Call> find(String callId);

    /** Ids of calls, live or not, with something left to do and a lease that is over; those that have waited longest first. */
    List<String> overdue(Instant now, int limit);

    /**
     * @param keepUntil when it leaves the history
     * @param rate by which its caller is limited
     */
    record NewCall(Call call, Instant keepUntil, Optional<RequestPin> pin, CallRate rate) {
        /** The same to another device. */
        public NewCall to(String calleeId) {
            return new NewCall(call.to(calleeId), keepUntil, pin, rate);
        }
    }

    /** @param rungUntilAtLeast a call that stopped ringing earlier is not answered any more */
    record Answer(
            String callId, String clientId, String owner, Instant at, Instant rungUntilAtLeast, Instant leaseUntil) {}

    sealed interface Reservation {
        record Reserved() implements Reservation {}

        /**
         * The request has made this call before.
         *
         * @param token it was answered with, if it was; never logged
         */
        record AlreadyMade(String callId, Optional<String> token) implements Reservation {
            @Override
            public String toString() {
                return "AlreadyMade[callId=" + callId + "]";
            }
        }

        /** Unknown, or not of the caller's owner. */
        record CallerNotFound() implements Reservation {}

        record CalleeNotFound() implements Reservation {}

        /** At least one device is in a live call; both may be, also in the same. */
        record Taken(Optional<Call> callersCall, Optional<Call> calleesCall) implements Reservation {}

        /** The caller has made as many calls in this minute as he may. */
        record TooMany() implements Reservation {}

        /** Others kept writing the same devices; nothing was changed. */
        record Contended() implements Reservation {}
    }

    sealed interface Changing {
        /** @param call as it is now */
        record Changed(Call call) implements Changing {}

        /** @param call as it is, unchanged */
        record Refused(Call call) implements Changing {}

        record Unknown() implements Changing {}
    }

    sealed interface Takeover {
        /** The call itself decided. */
        record Decided(Changing changing) implements Takeover {}

        /** Unknown, or not of this owner. */
        record DeviceNotFound() implements Takeover {}

        /** The device is in another live call. */
        record DeviceTaken() implements Takeover {}
    }
}

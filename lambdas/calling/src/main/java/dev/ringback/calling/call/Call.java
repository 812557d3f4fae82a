package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt of a device to reach another.
 *
 * @param media empty until the call is set up
 * @param version grows with every change of state; 0 until the call rings
 * @param leaseUntil until when the call may stay as it is: afterwards the sweeper ends it, or once it is over releases its
 *     media; empty when nothing is left to do
 */
public record Call(
        String id,
        CallState state,
        Parties parties,
        Timeline timeline,
        Optional<Media> media,
        Change change,
        long version,
        Optional<Instant> leaseUntil,
        Noted noted) {

    /** A call that is about to be set up. */
    public static Call begin(String id, Parties parties, Instant startedAt, Instant ringUntil, Instant leaseUntil) {
        return new Call(
                id,
                CallState.RINGING,
                parties,
                Timeline.starting(startedAt, ringUntil),
                Optional.empty(),
                new Change(parties.callerId(), Optional.empty(), startedAt),
                0,
                Optional.of(leaseUntil),
                Noted.NOTHING);
    }

    /** The same, made by a request of this trace. */
    public Call tracedAs(Optional<String> traceId) {
        Noted traced = new Noted(noted.mediaAt(), noted.entries(), traceId);
        return new Call(id, state, parties, timeline, media, change, version, leaseUntil, traced);
    }

    Call to(String calleeId) {
        Parties others = new Parties(parties.callerId(), parties.callerOwner(), calleeId);
        return new Call(id, state, others, timeline, media, change, version, leaseUntil, noted);
    }

    Call ringing(String calleeOwner, Media itsMedia, Instant mediaAt, Instant until) {
        return new Call(
                id,
                state,
                parties.of(calleeOwner),
                timeline,
                Optional.of(itsMedia),
                change,
                1,
                Optional.of(until),
                new Noted(Optional.of(mediaAt), noted.entries(), noted.traceId()));
    }

    public String callerId() {
        return parties.callerId();
    }

    public String calleeId() {
        return parties.calleeId();
    }

    public Instant ringUntil() {
        return timeline.ringUntil();
    }

    /** True once its media is stored, so that the callee can be rung and can answer. */
    public boolean isSetUp() {
        return media.isPresent();
    }

    public boolean leaseIsOver(Instant now) {
        return leaseUntil.filter(until -> !until.isAfter(now)).isPresent();
    }
}

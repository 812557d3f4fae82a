package dev.ringback.callevents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call that has become something else.
 *
 * @param state what it is now; its names are passed on as they are
 * @param by the clientId of the party that did it, or {@code system}
 * @param at when
 * @param version goes up with each change
 * @param traceId of the request that made the call
 */
public record CallChange(
        String callId,
        String state,
        Optional<String> reason,
        String by,
        Instant at,
        long version,
        Parties parties,
        Times times,
        Optional<String> traceId) {
    /**
     * @param calleeOwner unknown if the call failed before the callee was looked up
     * @param answeredBy the device of the callee's that answered, which need not be the one that was called
     */
    public record Parties(
            String callerId,
            String calleeId,
            String callerOwner,
            Optional<String> calleeOwner,
            Optional<String> answeredBy) {}

    /** Of the call as a whole. */
    public record Times(
            Instant startedAt, Instant ringUntil, Optional<Instant> answeredAt, Optional<Instant> endedAt) {}

    /** Whom it concerns; a user who calls another device of his own is one. */
    public List<String> owners() {
        return Stream.concat(Stream.of(parties.callerOwner()), parties.calleeOwner().stream())
                .distinct()
                .toList();
    }
}

package dev.ringback.callevents;

import java.time.Instant;
import java.util.Optional;

/** Changes of calls between Ada and Bob. */
public final class SampleChanges {
    public static final String TRACE = "1-6a5c0f3e-0123456789abcdef01234567";

    static final Instant STARTED = Instant.parse("2026-11-22T10:15:30.123Z");

    private static final Instant RING_UNTIL = STARTED.plusSeconds(45);

    private SampleChanges() {}

    public static CallChange rings(String callId) {
        return change(callId, "RINGING", 1, Optional.empty(), Optional.of("bob"));
    }

    public static CallChange missed(String callId) {
        return change(callId, "MISSED", 2, Optional.of("no_answer"), Optional.of("bob"));
    }

    /** Before anybody knew whose the callee is. */
    public static CallChange failed(String callId) {
        return change(callId, "FAILED", 1, Optional.of("media_unavailable"), Optional.empty());
    }

    /** Ada calls another device of her own. */
    public static CallChange ringsAtHome(String callId) {
        return change(callId, "RINGING", 1, Optional.empty(), Optional.of("ada"));
    }

    /** By another device than the one that was called. */
    public static CallChange answered(String callId) {
        Instant at = STARTED.plusSeconds(5);
        return new CallChange(
                callId,
                "ANSWERED",
                Optional.empty(),
                "callee-2",
                at,
                2,
                new CallChange.Parties("caller-1", "callee-1", "ada", Optional.of("bob"), Optional.of("callee-2")),
                new CallChange.Times(STARTED, RING_UNTIL, Optional.of(at), Optional.empty()),
                Optional.of(TRACE));
    }

    private static CallChange change(
            String callId, String state, long version, Optional<String> reason, Optional<String> calleeOwner) {
        return new CallChange(
                callId,
                state,
                reason,
                "system",
                STARTED.plusSeconds(version),
                version,
                new CallChange.Parties("caller-1", "callee-1", "ada", calleeOwner, Optional.empty()),
                new CallChange.Times(STARTED, RING_UNTIL, Optional.empty(), Optional.empty()),
                Optional.of(TRACE));
    }
}

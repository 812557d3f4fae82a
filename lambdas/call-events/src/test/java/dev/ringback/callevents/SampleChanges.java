package dev.ringback.callevents;

import java.time.Instant;
import java.util.Optional;

/** Changes of calls between Ada and Bob. */
public final class SampleChanges {
    static final Instant STARTED = Instant.parse("2026-11-22T10:15:30.123Z");

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

    private static CallChange change(
            String callId, String state, long version, Optional<String> reason, Optional<String> calleeOwner) {
        return new CallChange(
                callId,
                state,
                reason,
                "system",
                STARTED.plusSeconds(version),
                version,
                new CallChange.Parties("caller-1", "callee-1", "ada", calleeOwner),
                new CallChange.Times(STARTED, STARTED.plusSeconds(45), Optional.empty(), Optional.empty()));
    }
}

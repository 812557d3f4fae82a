package dev.ringback.calling.call;

import java.time.Instant;
import java.util.Optional;

/**
 * When things happened to a call, in milliseconds' precision.
 *
 * @param ringUntil when the callee's phone stops ringing
 */
public record Timeline(Instant startedAt, Instant ringUntil, Optional<Instant> answeredAt, Optional<Instant> endedAt) {
    static Timeline starting(Instant startedAt, Instant ringUntil) {
        return new Timeline(startedAt, ringUntil, Optional.empty(), Optional.empty());
    }

    Timeline answered(Instant at) {
        return new Timeline(startedAt, ringUntil, Optional.of(at), endedAt);
    }

    Timeline ending(Instant at) {
        return new Timeline(startedAt, ringUntil, answeredAt, Optional.of(at));
    }
}

package dev.ringback.calling.call;

import java.time.Duration;
import java.time.Instant;

/**
 * How long things may take.
 *
 * @param ring how long the phone rings
 * @param setUpLease how long a call may take to be set up; longer than the function may run
 * @param callLease how long a call lives that nobody shows to be alive
 * @param kept how long a call is in the history
 * @param answersAreTold whether phones say that they answer; if not, nobody can tell a call that is missed from one that is
 *     going on
 */
public record CallTimes(Duration ring, Duration setUpLease, Duration callLease, Duration kept, boolean answersAreTold) {
    /** An answer that was on its way when the ringing ended still connects. */
    public static final Duration GRACE = Duration.ofSeconds(5);
    /** What the time-out's message may be late before the sweeper takes its place. */
    private static final Duration LATE = Duration.ofSeconds(15);

    /** When a call that nobody answered is missed. */
    public static Instant missedAt(Instant ringUntil) {
        return ringUntil.plus(GRACE);
    }

    /** The lease of a call that begins to ring. */
    public Instant ringingLease(Instant now, Instant ringUntil) {
        return answersAreTold ? missedAt(ringUntil).plus(LATE) : now.plus(callLease);
    }
}

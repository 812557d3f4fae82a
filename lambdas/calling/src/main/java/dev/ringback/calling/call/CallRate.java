package dev.ringback.calling.call;

import dev.ringback.calling.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Counts the calls of a user in one minute of the clock.
 *
 * @param key of the count among the calls
 * @param until when nobody asks for it any more
 * @param most a call that would be more is refused
 */
public record CallRate(String key, Instant until, int most) {
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Ids of different owners never meet, and none can be read from the key. */
    public static CallRate of(String owner, Instant now, CallLimits limits) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new CallRate(
                "rate#" + Sha256.hex(owner) + "#" + minute.getEpochSecond(),
                minute.plus(KEPT),
                limits.perUserPerMinute());
    }
}

package dev.ringback.calling.media.bandwidth;

import java.time.Duration;

/**
 * How long Bandwidth may take. Whatever hangs, setting up and undoing together stay well under the ten seconds after which
 * a caller must have an answer.
 *
 * @param request one attempt of one request
 * @param setUp credentials, access token, and both waves with their repeats
 * @param undo deleting what was made after a failure
 * @param release deleting a call's media when it ends
 * @param idle a connection pool unused for longer is not used again
 */
public record Limits(
        Duration connect, Duration request, Duration setUp, Duration undo, Duration release, Duration idle) {
    /** What production uses. */
    public static Limits standard() {
        return new Limits(
                Duration.ofMillis(1500),
                Duration.ofMillis(2500),
                Duration.ofMillis(5500),
                Duration.ofMillis(2200),
                Duration.ofMillis(5000),
                Duration.ofSeconds(20));
    }
}

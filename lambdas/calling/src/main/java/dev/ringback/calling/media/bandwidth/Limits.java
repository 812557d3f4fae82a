package dev.ringback.calling.media.bandwidth;

import java.time.Duration;

/**
 * How long Bandwidth may take. Whatever hangs, making with undoing or joining stays well under the ten seconds after which a
 * caller must have an answer.
 *
 * @param request one attempt of one request
 * @param create credentials, access token, and the session and its parties with their repeats
 * @param undo deleting what was made when not all of it could be
 * @param join both parties into the session, with repeats
 * @param release deleting a call's media when it ends
 * @param idle a connection pool unused for longer is not used again
 */
public record Limits(
        Duration connect,
        Duration request,
        Duration create,
        Duration undo,
        Duration join,
        Duration release,
        Duration idle) {
    /** What production uses. */
    public static Limits standard() {
        return new Limits(
                Duration.ofMillis(1500),
                Duration.ofMillis(2500),
                Duration.ofMillis(4000),
                Duration.ofMillis(2200),
                Duration.ofMillis(2500),
                Duration.ofMillis(5000),
                Duration.ofSeconds(20));
    }
}

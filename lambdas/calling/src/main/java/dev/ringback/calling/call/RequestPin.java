package dev.ringback.calling.call;

import dev.ringback.calling.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ties a request's id to the call it makes, so that the same request again finds that call.
 *
 * @param key of the pin among the calls
 * @param until when the id may be used for another call
 * @param instead a call this id was tied to, which could not be set up and may be replaced
 */
public record RequestPin(String key, Instant until, Optional<String> instead) {
    private static final Duration HELD = Duration.ofMinutes(10);

    /** Ids of different owners or devices never meet. */
    public static RequestPin of(String owner, String callerId, String requestId, Instant now) {
        return new RequestPin(
                "request#" + Sha256.hex(String.join("\n", owner, callerId, requestId)),
                now.plus(HELD),
                Optional.empty());
    }

    public RequestPin instead(String failedCallId) {
        return new RequestPin(key, until, Optional.of(failedCallId));
    }
}

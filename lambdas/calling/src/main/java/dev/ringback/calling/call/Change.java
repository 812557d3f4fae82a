package dev.ringback.calling.call;

import java.time.Instant;
import java.util.Optional;

/**
 * What made a call what it is.
 *
 * @param by the clientId of the party that did it, or {@link #SYSTEM}
 * @param reason why, as a code like {@code no_answer}; a client's own word when a callee declines
 */
public record Change(String by, Optional<String> reason, Instant at) {
    public static final String SYSTEM = "system";

    public static Change bySystem(String reason, Instant at) {
        return new Change(SYSTEM, Optional.of(reason), at);
    }
}

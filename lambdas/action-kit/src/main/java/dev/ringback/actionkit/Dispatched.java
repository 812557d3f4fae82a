package dev.ringback.actionkit;

import java.util.Optional;

/**
 * What became of one request body.
 *
 * @param action the action it asked for; empty when it named none that exists
 * @param undeclared the code of the refusal, if the action's manifest does not declare it
 */
public record Dispatched(Optional<String> action, Result<?> result, Optional<ErrorCode> undeclared) {
    /** One with nothing undeclared. */
    public Dispatched(Optional<String> action, Result<?> result) {
        this(action, result, Optional.empty());
    }
}

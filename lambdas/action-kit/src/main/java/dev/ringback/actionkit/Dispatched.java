package dev.ringback.actionkit;

import java.util.Optional;

/**
 * What became of one request body.
 *
 * @param action the action it asked for; empty when it named none that exists
 */
public record Dispatched(Optional<String> action, Result<?> result) {}

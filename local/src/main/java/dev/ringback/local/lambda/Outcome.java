package dev.ringback.local.lambda;

/**
 * How an invocation ended.
 *
 * @param failed whether the function failed; the payload then describes the error
 */
public record Outcome(boolean failed, byte[] payload) {}

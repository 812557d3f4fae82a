package dev.ringback.local.gateway;

/**
 * A request that has been answered.
 *
 * @param target {@code dynamodb/TransactWriteItems}, {@code POST lambda/2015-03-31/functions/…} or {@code POST
 *     /bandwidth/…}
 * @param principal who signed it, or empty where nobody does
 * @param startNanos of {@link System#nanoTime}
 * @param status 0 when the connection was closed without an answer
 */
public record JournalEntry(String target, String principal, long startNanos, long endNanos, int status) {}

package dev.ringback.local.appsync.realtime;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param keepAlive between two {@code ka} messages
 * @param life of a connection
 * @param subscriptions of one connection
 * @param messageBytes of one message, either way
 * @param backlog how many messages may wait for a client that is slow to read
 * @param longestSend how long one message may take a client to read
 * @param grace how long a connection that is refused may take to say its first word
 */
public record RealtimeLimits(
        Duration keepAlive,
        Duration life,
        int subscriptions,
        int messageBytes,
        int backlog,
        Duration longestSend,
        Duration grace) {
    public static final RealtimeLimits OF_APPSYNC = new RealtimeLimits(
            Duration.ofMinutes(1),
            Duration.ofHours(24),
            100,
            240 * 1024,
            1_000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1));
}

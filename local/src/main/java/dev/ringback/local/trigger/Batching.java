package dev.ringback.local.trigger;

import java.time.Duration;

/**
 * How much a function gets at a time.
 *
 * @param window how long to wait for more
 */
record Batching(int size, Duration window) {}

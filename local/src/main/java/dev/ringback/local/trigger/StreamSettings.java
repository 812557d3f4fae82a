package dev.ringback.local.trigger;

import dev.ringback.local.sqs.Queue;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of records that a function cannot handle.
 *
 * @param retries after the first attempt; -1 is without end
 * @param halves whether a failed batch is tried again in halves
 * @param reportsItems whether the function says which record failed
 * @param onFailure the queue that is told of records given up
 */
record StreamSettings(
        int retries, Duration longestAge, boolean halves, boolean reportsItems, Optional<Queue> onFailure) {
    boolean allows(int failures) {
        return retries < 0 || failures <= retries;
    }
}

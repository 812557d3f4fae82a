package dev.ringback.local.lambda;

import java.time.Duration;
import java.util.Optional;

/**
 * How asynchronous events of a function are treated.
 *
 * @param onFailure the ARN of the queue for events that could not be handled
 * @param onSuccess the ARN of the queue for the answers of the others
 */
record AsyncSettings(Duration longestAge, int retries, Optional<String> onFailure, Optional<String> onSuccess) {
    static final AsyncSettings DEFAULT = new AsyncSettings(Duration.ofHours(6), 2, Optional.empty(), Optional.empty());
}

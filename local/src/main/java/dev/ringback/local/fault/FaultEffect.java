package dev.ringback.local.fault;

import java.time.Duration;

/** What a {@link Fault} does to a request. */
public sealed interface FaultEffect {
    /** Answers this status without processing the request. */
    record Status(int status) implements FaultEffect {}

    /** Waits; then does not process the request if its client has gone meanwhile, else processes it as usual. */
    record Delay(Duration time) implements FaultEffect {}

    /** Closes the connection without processing the request. */
    record Drop() implements FaultEffect {}

    /**
     * Makes one phone's push end like this, while the request that carries it succeeds.
     *
     * @param deliveryStatus a DeliveryStatus of Pinpoint
     * @param statusCode what the push provider is said to have answered
     */
    record Delivery(String deliveryStatus, int statusCode, String statusMessage) implements FaultEffect {}
}

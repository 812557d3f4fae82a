package dev.ringback.calling.call;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param ring how long the phone rings
 * @param setUpLease how long the devices are reserved while the call is set up; longer than the function may run
 * @param callLease how long they are reserved once it is set up, if nobody ends it
 */
public record CallTimes(Duration ring, Duration setUpLease, Duration callLease) {}

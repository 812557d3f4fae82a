package dev.ringback.local.lambda;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.iam.Principal;
import java.time.Duration;

/** A version or an alias of a function, as Lambda's own pollers invoke it. */
public interface Callee {
    /** With the qualifier, if it was named with one. */
    String arn();

    /** The version that handles its events. */
    String version();

    /** What lines on the console about it begin with. */
    String label();

    /** Polling is done in the function's role. */
    Principal role();

    Duration timeout();

    /** @throws AwsFailure TooManyRequestsException when no instance gets free in time */
    Outcome invoke(String requestId, byte[] event) throws InterruptedException;
}

package dev.ringback.local.lambda;

import dev.ringback.local.iam.Principal;
import java.time.Duration;

/**
 * What an invocation is for.
 *
 * @param arn as invoked, with the qualifier if one was given; policies are judged by it
 * @param qualifier {@code $LATEST} where none was given
 */
record Target(LambdaFunction function, String qualifier, String arn, InstancePool pool) implements Callee {
    @Override
    public String version() {
        return pool.spec().version();
    }

    @Override
    public String label() {
        return pool.spec().label();
    }

    @Override
    public Principal role() {
        return pool.spec().principal();
    }

    @Override
    public Duration timeout() {
        return pool.spec().timeout();
    }

    @Override
    public Outcome invoke(String requestId, byte[] event) throws InterruptedException {
        return pool.invoke(new Invocation.Request(requestId, arn, TraceHeader.fresh(), event));
    }
}

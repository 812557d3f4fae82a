package dev.ringback.local.lambda;

/**
 * What an invocation is for.
 *
 * @param arn as invoked, with the qualifier if one was given; policies are judged by it
 * @param qualifier {@code $LATEST} where none was given
 */
record Target(LambdaFunction function, String qualifier, String arn, InstancePool pool) {}

package dev.ringback.local.trigger;

import dev.ringback.local.dynamodb.StreamPosition;
import dev.ringback.local.dynamodb.Streams;
import dev.ringback.local.lambda.Callee;

/**
 * A stream that is read for a function, in the function's role.
 *
 * @param mapping the id by which it is remembered how far the stream has been read
 * @param otherwise where reading begins when that is not known
 */
record StreamSource(
        Streams streams,
        String arn,
        String region,
        Callee function,
        String mapping,
        StreamPosition otherwise,
        Checkpoints checkpoints) {
    StreamPosition start() {
        return checkpoints.of(mapping, arn).orElse(otherwise);
    }

    void handled(StreamRecord last) {
        checkpoints.put(mapping, arn, last);
    }
}

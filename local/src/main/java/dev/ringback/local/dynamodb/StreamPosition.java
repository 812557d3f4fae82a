package dev.ringback.local.dynamodb;

/** Where reading of a stream goes on. */
public sealed interface StreamPosition {
    /** With the oldest record there is. */
    record TrimHorizon() implements StreamPosition {}

    /** With what is written from now on. */
    record Latest() implements StreamPosition {}

    /** Behind a record. */
    record Behind(String shard, String sequenceNumber) implements StreamPosition {}
}

package dev.ringback.openapi;

/** Who writes what a schema describes, and so in which direction it may change. */
enum Direction {
    /** Apps write it: what they may write now must be allowed for ever. */
    REQUEST,
    /** Apps read it: what they rely on now must be there for ever. */
    ANSWER
}

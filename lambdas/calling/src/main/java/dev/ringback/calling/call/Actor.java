package dev.ringback.calling.call;

/** Who changes a call: one of its two parties, or the backend itself. */
public enum Actor {
    CALLER,
    CALLEE,
    SYSTEM
}

package dev.ringback.operations;

/** A command cannot do what it is for; the message says why, and what to do. */
public final class NotPossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPossible(String message) {
        super(message);
    }
}

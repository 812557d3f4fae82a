package dev.ringback.pushnotifier;

/** Fails the invocation. Lambda logs and keeps its message, so that says nothing of the call. */
public final class PushFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PushFailedException(String message) {
        super(message);
    }
}

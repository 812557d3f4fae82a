package dev.ringback.callevents;

/** An event did not reach whoever distributes it. Its message is for operators and says nothing of the call. */
public final class NotPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPublishedException(String message) {
        super(message);
    }

    public NotPublishedException(String message, Throwable cause) {
        super(message, cause);
    }
}

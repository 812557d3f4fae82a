package dev.ringback.calling;

/** Others kept writing the same items, or a service takes no more requests: what was asked for may be tried again. */
public final class ContendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContendedException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.ringback.appsyncjs;

/** Code that AppSync would not take. */
public final class InvalidCode extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidCode(String message) {
        super(message);
    }
}

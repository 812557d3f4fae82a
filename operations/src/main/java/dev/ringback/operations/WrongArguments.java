package dev.ringback.operations;

/** The command line cannot be understood; the message says why. */
final class WrongArguments extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongArguments(String message) {
        super(message);
    }
}

package dev.ringback.openapi;

/** What is wrong with the actions or with a change of theirs; its message says what to do. */
final class ApiRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApiRefused(String message) {
        super(message);
    }
}

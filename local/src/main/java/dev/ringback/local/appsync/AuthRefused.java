package dev.ringback.local.appsync;

/** No credentials, or none that the API takes. */
public final class AuthRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public AuthRefused(String message) {
        super(message);
    }
}

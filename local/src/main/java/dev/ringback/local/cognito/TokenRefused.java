package dev.ringback.local.cognito;

/** A token that does not prove who its bearer is; the message says why. */
public final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** What can be wrong with a token. */
    public enum Reason {
        NOT_PARSED("unable to parse the token"),
        ISSUER("the token has an invalid issuer"),
        SIGNATURE("the token signature is invalid"),
        EXPIRED("the token has expired"),
        EARLY("the token is not valid yet");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    TokenRefused(Reason reason) {
        super(reason.text);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package dev.ringback.local.iam;

/** A policy that is wrong, or says what the local runtime cannot judge. */
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyRefused(String message) {
        super(message);
    }
}

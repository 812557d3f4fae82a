package dev.ringback.actionkit;

import java.util.Objects;

/**
 * Who sent the request, taken from the verified token and from nothing else.
 *
 * @param sub the Cognito user's immutable id; owns devices and Person records
 * @param username what the user signs in with; after he is gone it may be somebody else's
 */
public record Caller(String sub, String username) {
    public Caller {
        Objects.requireNonNull(sub, "sub");
        Objects.requireNonNull(username, "username");
    }

    /** A user whose username is not asked for. */
    public Caller(String sub) {
        this(sub, "");
    }

    /** Without the username, which may be a name. */
    @Override
    public String toString() {
        return "Caller[]";
    }
}

package dev.ringback.actionkit;

import java.util.Objects;

/**
 * Who sent the request, taken from the verified token and from nothing else.
 *
 * @param sub the Cognito user's immutable id; owns devices and Person records
 */
public record Caller(String sub) {
    public Caller {
        Objects.requireNonNull(sub, "sub");
    }
}

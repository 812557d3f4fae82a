package dev.ringback.calling.account;

import java.time.Instant;
import java.util.Map;

/**
 * A user as the user pool knows him.
 *
 * @param attributes by name, {@code sub} among them
 */
public record AccountUser(String username, Map<String, String> attributes, String status, Instant createdAt) {
    public String sub() {
        return attributes.getOrDefault("sub", "");
    }

    /** Without what it says of a person. */
    @Override
    public String toString() {
        return "AccountUser[status=" + status + "]";
    }
}

package dev.ringback.local.cognito;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A user as the pool keeps him.
 *
 * @param code what was mailed and not yet given back, or null
 * @param createdAt epoch milliseconds, as is modifiedAt
 */
record User(
        String username,
        String sub,
        SortedMap<String, String> attributes,
        String passwordHash,
        boolean confirmed,
        SortedSet<String> groups,
        Code code,
        long createdAt,
        long modifiedAt) {

    /** @param sentAt epoch milliseconds */
    record Code(String digits, long sentAt) {}

    static User unconfirmed(
            String username, String sub, Map<String, String> attributes, String passwordHash, Instant now) {
        long at = now.toEpochMilli();
        return new User(username, sub, new TreeMap<>(attributes), passwordHash, false, new TreeSet<>(), null, at, at);
    }

    Optional<Code> pendingCode() {
        return Optional.ofNullable(code);
    }

    User withCode(String digits, Instant now) {
        return new User(
                username,
                sub,
                attributes,
                passwordHash,
                confirmed,
                groups,
                new Code(digits, now.toEpochMilli()),
                createdAt,
                now.toEpochMilli());
    }

    /** Whoever gave back the mailed code owns the address. */
    User confirmedBy(String attribute, Instant now) {
        SortedMap<String, String> verified = new TreeMap<>(attributes);
        verified.put(attribute + "_verified", "true");
        return new User(username, sub, verified, passwordHash, true, groups, null, createdAt, now.toEpochMilli());
    }

    User inGroups(SortedSet<String> changed, Instant now) {
        return new User(
                username, sub, attributes, passwordHash, confirmed, changed, code, createdAt, now.toEpochMilli());
    }

    String status() {
        return confirmed ? "CONFIRMED" : "UNCONFIRMED";
    }

    @Override
    public String toString() {
        return "User[sub=" + sub + "]";
    }
}

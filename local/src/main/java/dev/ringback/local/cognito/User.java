package dev.ringback.local.cognito;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A user as the pool keeps him.
 *
 * @param codes what was mailed and not yet given back
 * @param createdAt epoch milliseconds, as is modifiedAt
 */
record User(
        String username,
        String sub,
        SortedMap<String, String> attributes,
        @JsonAlias("passwordHash") Password password,
        boolean confirmed,
        boolean disabled,
        SortedSet<String> groups,
        Map<CodePurpose, Code> codes,
        long createdAt,
        long modifiedAt) {

    /** @param address where it was sent @param sentAt epoch milliseconds */
    record Code(String digits, String address, long sentAt) {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    User {
        // A file of before users could have several codes at once names none.
        codes = codes == null ? Map.of() : Map.copyOf(codes);
    }

    static User unconfirmed(
            String username, String sub, Map<String, String> attributes, Password password, Instant now) {
        long at = now.toEpochMilli();
        return new User(
                username, sub, new TreeMap<>(attributes), password, false, false, new TreeSet<>(), Map.of(), at, at);
    }

    Optional<Code> code(CodePurpose purpose) {
        return Optional.ofNullable(codes.get(purpose));
    }

    User withCode(CodePurpose purpose, Code code) {
        Map<CodePurpose, Code> changed = new EnumMap<>(CodePurpose.class);
        changed.putAll(codes);
        changed.put(purpose, code);
        return withCodes(changed);
    }

    User withoutCode(CodePurpose purpose) {
        Map<CodePurpose, Code> changed = new EnumMap<>(CodePurpose.class);
        changed.putAll(codes);
        changed.remove(purpose);
        return withCodes(changed);
    }

    private User withCodes(Map<CodePurpose, Code> changed) {
        return new User(
                username, sub, attributes, password, confirmed, disabled, groups, changed, createdAt, modifiedAt);
    }

    User withPassword(Password changed) {
        return new User(username, sub, attributes, changed, confirmed, disabled, groups, codes, createdAt, modifiedAt);
    }

    User withAttributes(SortedMap<String, String> changed) {
        return new User(username, sub, changed, password, confirmed, disabled, groups, codes, createdAt, modifiedAt);
    }

    User asConfirmed() {
        return new User(username, sub, attributes, password, true, disabled, groups, codes, createdAt, modifiedAt);
    }

    User asDisabled(boolean changed) {
        return new User(username, sub, attributes, password, confirmed, changed, groups, codes, createdAt, modifiedAt);
    }

    User inGroups(SortedSet<String> changed) {
        return new User(
                username, sub, attributes, password, confirmed, disabled, changed, codes, createdAt, modifiedAt);
    }

    User modifiedAt(Instant now) {
        return new User(
                username, sub, attributes, password, confirmed, disabled, groups, codes, createdAt, now.toEpochMilli());
    }

    /** Whoever gave back the code that was mailed to an address owns it. */
    User owning(String email) {
        SortedMap<String, String> verified = new TreeMap<>(attributes);
        verified.put("email", email);
        verified.put("email_verified", "true");
        return withAttributes(verified);
    }

    Optional<String> email() {
        return Optional.ofNullable(attributes.get("email"));
    }

    Optional<String> verifiedEmail() {
        return email().filter(address -> "true".equals(attributes.get("email_verified")));
    }

    /** Only who is confirmed and not disabled may sign in. */
    void checkSignIn() {
        if (disabled) {
            throw CognitoErrors.userDisabled();
        }
        if (!confirmed) {
            throw CognitoErrors.userNotConfirmed();
        }
    }

    String status() {
        return confirmed ? "CONFIRMED" : "UNCONFIRMED";
    }

    @Override
    public String toString() {
        return "User[sub=" + sub + "]";
    }
}

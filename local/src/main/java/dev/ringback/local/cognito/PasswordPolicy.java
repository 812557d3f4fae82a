package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What the pool asks of a password; what the template leaves out is Cognito's default. */
record PasswordPolicy(int minimumLength, boolean uppercase, boolean lowercase, boolean numbers, boolean symbols) {
    private static final Pattern UPPERCASE = Pattern.compile("[A-Z]");
    private static final Pattern LOWERCASE = Pattern.compile("[a-z]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]");
    // A space counts as a symbol inside a password; the API refuses it at its ends.
    private static final Pattern SYMBOL = Pattern.compile("[\\^$*.\\[\\]{}()?\"!@#%&/\\\\,><':;|_~`=+ -]");
    private static final Pattern ALLOWED = Pattern.compile("\\S+.*\\S+");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 256;

    static PasswordPolicy of(JsonNode policy) {
        if (!policy.isObject()) {
            return new PasswordPolicy(8, true, true, true, true);
        }
        PasswordPolicy read = new PasswordPolicy(
                policy.path("MinimumLength").asInt(8),
                policy.path("RequireUppercase").asBoolean(),
                policy.path("RequireLowercase").asBoolean(),
                policy.path("RequireNumbers").asBoolean(),
                policy.path("RequireSymbols").asBoolean());
        if (read.minimumLength < SHORTEST || read.minimumLength > 99) {
            throw CognitoErrors.invalidParameter("MinimumLength is from 6 to 99.");
        }
        return read;
    }

    /** @param member as the operation calls the password */
    void check(String member, String password) {
        if (!ALLOWED.matcher(password).matches()) {
            throw CognitoErrors.constraint(member, "satisfy regular expression pattern: ^[\\S]+.*[\\S]+$");
        }
        if (password.length() > LONGEST) {
            throw CognitoErrors.constraint(member, "have length less than or equal to " + LONGEST);
        }
        if (password.length() < minimumLength) {
            throw CognitoErrors.invalidPassword("Password not long enough");
        }
        has(uppercase, UPPERCASE, password, "uppercase");
        has(lowercase, LOWERCASE, password, "lowercase");
        has(numbers, NUMBER, password, "numeric");
        has(symbols, SYMBOL, password, "symbol");
    }

    private static void has(boolean asked, Pattern characters, String password, String kind) {
        if (asked && !characters.matcher(password).find()) {
            throw CognitoErrors.invalidPassword("Password must have " + kind + " characters");
        }
    }
}

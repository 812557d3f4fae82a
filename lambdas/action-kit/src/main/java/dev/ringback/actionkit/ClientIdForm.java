package dev.ringback.actionkit;

import java.util.regex.Pattern;

/** What a clientId in a request may look like; which ids exist is not its business. */
public final class ClientIdForm {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private ClientIdForm() {}

    /** @throws InvalidRequestException naming the field */
    public static void check(String field, String id) {
        if (!FORM.matcher(id).matches()) {
            throw new InvalidRequestException("Field \"" + field + "\" must have 1 to 64 letters, digits and hyphens.");
        }
    }
}

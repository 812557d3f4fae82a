package dev.ringback.actionkit;

import java.util.regex.Pattern;

/** What the id of a device, call or request may look like; which ids exist is not its business. */
public final class IdForm {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private IdForm() {}

    /** @throws InvalidRequestException naming the field */
    public static void check(String field, String id) {
        if (!FORM.matcher(id).matches()) {
            throw new InvalidRequestException("Field \"" + field + "\" must have 1 to 64 letters, digits and hyphens.");
        }
    }
}

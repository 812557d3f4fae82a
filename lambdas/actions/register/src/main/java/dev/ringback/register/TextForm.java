package dev.ringback.register;

import dev.ringback.actionkit.InvalidRequestException;
import java.util.regex.Pattern;

/** What the texts of a registration may look like. */
enum TextForm {
    // Apple and Google promise no form; only what could not be an address at all is refused.
    TOKEN("[\\x21-\\x7e]{1,4096}", "have 1 to 4096 ASCII characters, and no spaces"),
    INSTALLATION("[A-Za-z0-9._:-]{1,128}", "have 1 to 128 letters, digits, dots, hyphens, underscores and colons"),
    PLATFORM("[A-Za-z0-9._-]{1,32}", "have 1 to 32 letters, digits, dots, hyphens and underscores"),
    VERSION("[\\x20-\\x7e]{1,64}", "have 1 to 64 ASCII characters"),
    ENVIRONMENT("production|sandbox", "be \"production\" or \"sandbox\"");

    private final Pattern form;
    private final String rule;

    TextForm(String form, String rule) {
        this.form = Pattern.compile(form);
        this.rule = rule;
    }

    /** @throws InvalidRequestException naming the field */
    void check(String field, String text) {
        if (!form.matcher(text).matches()) {
            throw new InvalidRequestException("Field \"" + field + "\" must " + rule + ".");
        }
    }
}

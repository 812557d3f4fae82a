package dev.ringback.telemetry;

import java.util.Locale;
import java.util.regex.Pattern;

/** The net under the rule that no credential and no name is logged: it catches the accident, it is no licence. */
final class Withheld {
    private static final String MARK = "[withheld]";

    /** APNs tokens have 64 characters, FCM's and JWTs' parts more; ids, ARNs' parts and class names stay below. */
    private static final Pattern LONG_OPAQUE = Pattern.compile("[A-Za-z0-9_-]{60,}");

    private static final Pattern TELLING_FIELD =
            Pattern.compile(".*(token|secret|password|authorization|(first|last|caller|callee|user)name).*");

    private Withheld() {}

    static String orPlain(String field, String value) {
        if (TELLING_FIELD.matcher(field.toLowerCase(Locale.ROOT)).matches()) {
            return MARK;
        }
        return value.length() < 60 ? value : LONG_OPAQUE.matcher(value).replaceAll(MARK);
    }
}

package dev.ringback.local.lambda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function as callers name it: by name, partial or full ARN, with or without a qualifier. */
record FunctionName(String name, Optional<String> qualifier) {
    private static final Pattern FORM = Pattern.compile(
            "(?:arn:[^:]+:lambda:[^:]+:)?(?:\\d{12}:)?(?:function:)?(?<name>[A-Za-z0-9_-]{1,140})(?::(?<qualifier>[^:]+))?");

    static Optional<FunctionName> parse(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new FunctionName(match.group("name"), Optional.ofNullable(match.group("qualifier"))))
                : Optional.empty();
    }
}

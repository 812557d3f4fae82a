package dev.ringback.local.stack;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of {@code Fn::Sub}: {@code ${Name}} and {@code ${Name.Attribute}}; {@code ${!Name}} stays as text. */
final class Sub {
    static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([^!}\\s][^}]*?)\\s*}");
    private static final Pattern LITERAL = Pattern.compile("\\$\\{!([^}]*)}");

    private Sub() {}

    static String fill(String text, UnaryOperator<String> values) {
        String filled = VARIABLE.matcher(text)
                .replaceAll(variable -> Matcher.quoteReplacement(values.apply(variable.group(1))));
        return LITERAL.matcher(filled).replaceAll("\\$\\{$1}");
    }
}

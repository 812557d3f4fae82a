package dev.ringback.local.iam;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** One test of a statement's {@code Condition}. */
record Condition(String key, BiPredicate<String, String> test, boolean negated, boolean ifExists, List<String> values) {
    private static final String IF_EXISTS = "IfExists";

    static Condition of(String operator, String key, List<String> values) {
        String lowerCaseKey = key.toLowerCase(Locale.ROOT);
        if (!ConditionKeys.KNOWN.contains(lowerCaseKey)) {
            throw new PolicyRefused("the local runtime does not know the condition key " + key);
        }
        boolean ifExists = operator.endsWith(IF_EXISTS);
        String plain = ifExists ? operator.substring(0, operator.length() - IF_EXISTS.length()) : operator;
        return new Condition(lowerCaseKey, test(plain), plain.contains("Not"), ifExists, values);
    }

    private static BiPredicate<String, String> test(String operator) {
        return switch (operator) {
            case "StringEquals", "StringNotEquals" -> String::equals;
            case "StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike" ->
                Wildcard::matches;
            case "Bool" -> String::equalsIgnoreCase;
            default -> throw new PolicyRefused("the local runtime does not know the condition operator " + operator);
        };
    }

    boolean holds(ConditionKeys keys) {
        return keys.get(key)
                .map(value -> negated != values.stream().anyMatch(wanted -> test.test(wanted, value)))
                .orElse(ifExists || negated);
    }
}

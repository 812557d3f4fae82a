package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter of CloudWatch Logs Insights, as far as the runbook uses them: comparisons, joined by {@code and}.
 *
 * @param fields that it looks at
 */
record LogsCondition(Set<String> fields, Predicate<JsonNode> test) {
    private static final Pattern PRESENT = Pattern.compile("ispresent\\((\\w+)\\)");
    private static final Pattern AMONG = Pattern.compile("(\\w+) in \\[(.+)]");
    private static final Pattern COMPARED = Pattern.compile("(\\w+) (=|!=|>=|<=|>|<) (\"[^\"]*\"|\\d+)");

    static LogsCondition read(String text) {
        Set<String> fields = new TreeSet<>();
        List<Predicate<JsonNode>> parts = Arrays.stream(text.strip().split(" and "))
                .map(part -> part(part.strip(), fields))
                .toList();
        return new LogsCondition(fields, line -> parts.stream().allMatch(part -> part.test(line)));
    }

    private static Predicate<JsonNode> part(String text, Set<String> fields) {
        Matcher present = PRESENT.matcher(text);
        Matcher among = AMONG.matcher(text);
        Matcher compared = COMPARED.matcher(text);
        if (present.matches()) {
            fields.add(present.group(1));
            return line -> line.has(present.group(1));
        }
        if (among.matches()) {
            fields.add(among.group(1));
            List<String> values = Arrays.stream(among.group(2).split(", "))
                    .map(LogsCondition::unquoted)
                    .toList();
            return line -> values.contains(line.path(among.group(1)).asText());
        }
        if (compared.matches()) {
            fields.add(compared.group(1));
            return compared(compared.group(1), compared.group(2), compared.group(3));
        }
        throw new AssertionError("This is no filter that is understood here: " + text);
    }

    private static Predicate<JsonNode> compared(String field, String operator, String value) {
        if (value.startsWith("\"")) {
            String wanted = unquoted(value);
            return switch (operator) {
                case "=" -> line -> line.path(field).asText().equals(wanted);
                case "!=" -> line -> !line.path(field).asText().equals(wanted);
                default -> throw new AssertionError("Texts are not compared by " + operator);
            };
        }
        long wanted = Long.parseLong(value);
        return line -> line.path(field).isNumber()
                && switch (operator) {
                    case "=" -> line.path(field).asLong() == wanted;
                    case "!=" -> line.path(field).asLong() != wanted;
                    case ">=" -> line.path(field).asLong() >= wanted;
                    case "<=" -> line.path(field).asLong() <= wanted;
                    case ">" -> line.path(field).asLong() > wanted;
                    case "<" -> line.path(field).asLong() < wanted;
                    default -> throw new AssertionError(operator);
                };
    }

    private static String unquoted(String value) {
        if (!value.matches("\"[^\"]*\"")) {
            throw new AssertionError("Not in quotes: " + value);
        }
        return value.substring(1, value.length() - 1);
    }
}

package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query of CloudWatch Logs Insights, as far as the runbook uses them; what is not understood here is refused, for there is no
 * other way to try a query without an AWS account.
 *
 * @param shown the fields that the result is made of
 * @param columns the names that a result has, which it may be sorted by
 */
record LogsQuery(List<LogsCondition> filters, Set<String> shown, Set<String> columns, Optional<String> sortedBy) {
    private static final Pattern FUNCTION =
            Pattern.compile("(?:count\\(\\*\\)|(?:sum|max|min|avg)\\((\\w+)\\)|pct\\((\\w+), \\d{1,2}\\)) as (\\w+)");
    private static final Pattern SORT = Pattern.compile("(@?\\w+) (?:asc|desc)");
    /** What CloudWatch itself knows of a line. */
    private static final Set<String> OF_CLOUDWATCH = Set.of("@timestamp", "@message", "@log", "@logStream");

    static LogsQuery read(String text) {
        List<LogsCondition> filters = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        Set<String> columns = new TreeSet<>();
        Optional<String> sortedBy = Optional.empty();
        for (String command : text.strip().split("\\n\\| ")) {
            String[] parts = command.strip().split(" ", 2);
            switch (parts[0]) {
                case "fields" ->
                    Arrays.stream(parts[1].split(", ")).forEach(field -> {
                        columns.add(field);
                        shown.add(field);
                    });
                case "filter" -> filters.add(LogsCondition.read(parts[1]));
                case "stats" -> stats(parts[1], shown, columns);
                case "sort" -> sortedBy = Optional.of(sort(parts[1]));
                case "limit" -> Integer.parseInt(parts[1]);
                default -> throw new AssertionError("There is no command " + parts[0] + " in " + text);
            }
        }
        shown.removeAll(OF_CLOUDWATCH);
        return new LogsQuery(filters, shown, columns, sortedBy);
    }

    private static void stats(String text, Set<String> shown, Set<String> columns) {
        String[] parts = text.split(" by ", 2);
        for (String function : parts[0].split("(?<=\\w), (?=[a-z]+\\()")) {
            Matcher matcher = FUNCTION.matcher(function);
            if (!matcher.matches()) {
                throw new AssertionError("This is no function that is understood here: " + function);
            }
            Stream.of(1, 2).map(matcher::group).filter(field -> field != null).forEach(shown::add);
            columns.add(matcher.group(3));
        }
        if (parts.length == 2) {
            List<String> groups = List.of(parts[1].split(", "));
            shown.addAll(groups);
            columns.addAll(groups);
        }
    }

    private static String sort(String text) {
        Matcher matcher = SORT.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError("This is no order: " + text);
        }
        return matcher.group(1);
    }

    /** The lines that it makes its result of. */
    List<JsonNode> matching(List<LogLine> log) {
        return log.stream()
                .map(LogLine::json)
                .filter(line ->
                        filters.stream().allMatch(filter -> filter.test().test(line)))
                .toList();
    }

    Set<String> filtered() {
        return filters.stream().flatMap(filter -> filter.fields().stream()).collect(Collectors.toSet());
    }
}

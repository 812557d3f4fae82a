package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An update expression taken apart.
 *
 * @param actions by section, as they are written: {@code SET → [#a = :a, #b = :b]}
 */
record UpdateExpression(Expression whole, Map<String, List<String>> actions) {
    // Section names are reserved words, so no attribute can have one without a placeholder.
    private static final Pattern SECTION =
            Pattern.compile("(?<![#:.\\w])(SET|REMOVE|ADD|DELETE)(?![.\\w])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TARGET = Pattern.compile("^[^\\s=]+");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("^(?<path>[#\\w]+(?:\\.[#\\w]+)*)(?:\\s*=\\s*|\\s+)(?<value>:\\w+)$");

    static UpdateExpression parse(Expression whole) throws Refused {
        Map<String, List<String>> actions = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(whole.text());
        String name = section.find() ? section.group(1).toUpperCase(Locale.ROOT) : null;
        if (name == null || !whole.text().substring(0, section.start()).isBlank()) {
            throw Refused.badRequest(
                    "The update expression does not start with SET, REMOVE, ADD or DELETE: " + whole.text());
        }
        while (name != null) {
            int start = section.end();
            String next = section.find() ? section.group(1).toUpperCase(Locale.ROOT) : null;
            int end = next == null ? whole.text().length() : section.start();
            if (actions.put(name, split(whole.text().substring(start, end))) != null) {
                throw Refused.badRequest("The update expression has two " + name + " sections: " + whole.text());
            }
            name = next;
        }
        return new UpdateExpression(whole, actions);
    }

    private static List<String> split(String section) {
        List<String> actions = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < section.length(); at++) {
            char c = section.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                actions.add(section.substring(start, at).strip());
                start = at + 1;
            }
        }
        actions.add(section.substring(start).strip());
        return actions;
    }

    /** The attributes it writes, by their names at the top of the item. */
    List<String> targets() {
        return actions.values().stream()
                .flatMap(List::stream)
                .map(TARGET::matcher)
                .filter(Matcher::find)
                .map(target -> name(target.group().split("[.\\[]", 2)[0]))
                .toList();
    }

    /** The same, and one assignment more. */
    Expression with(Expression assignment) {
        Map<String, List<String>> all = new LinkedHashMap<>(actions);
        List<String> set = new ArrayList<>(all.getOrDefault("SET", List.of()));
        set.add(assignment.text());
        all.put("SET", set);
        return whole.withText(all.entrySet().stream()
                .map(section -> section.getKey() + " " + String.join(", ", section.getValue()))
                .collect(Collectors.joining(" ")));
    }

    /** What a merge can take from it: what it sets or adds; what it takes away stays in a merge. */
    ObjectNode incoming() throws Refused {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (String section : List.of("SET", "ADD")) {
            for (String action : actions.getOrDefault(section, List.of())) {
                assign(item, action);
            }
        }
        return item;
    }

    private void assign(ObjectNode item, String action) throws Refused {
        Matcher assignment = ASSIGNMENT.matcher(action);
        if (!assignment.matches()) {
            throw Refused.notLocally("merging the action \"" + action + "\" of an update expression");
        }
        String[] path = assignment.group("path").split("\\.");
        ObjectNode parent = item;
        for (int depth = 0; depth < path.length - 1; depth++) {
            parent = parent.withObjectProperty(name(path[depth])).withObjectProperty("M");
        }
        parent.set(name(path[path.length - 1]), value(assignment.group("value")));
    }

    private String name(String written) {
        return whole.names().map(names -> names.path(written).asText(written)).orElse(written);
    }

    private JsonNode value(String placeholder) throws Refused {
        return whole.values()
                .map(values -> values.get(placeholder))
                .orElseThrow(() -> Refused.badRequest("expressionValues has no " + placeholder + "."));
    }
}

package dev.ringback.local.httpapi;

import dev.ringback.local.stack.StackFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A route's key, {@code POST /api/{name}}, and which requests it is for. */
record RouteKey(String text, String method, String[] segments) {
    static final String DEFAULT = "$default";

    static RouteKey parse(String text) {
        if (text.equals(DEFAULT)) {
            return new RouteKey(text, "ANY", new String[0]);
        }
        String[] parts = text.split(" ", 2);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new StackFailure("The route key " + text + " is no method and path.");
        }
        return new RouteKey(text, parts[0], parts[1].split("/", -1));
    }

    /** The path's parameters when the route is for this request. */
    Optional<Map<String, String>> match(String requestMethod, String path) {
        if (!method.equals("ANY") && !method.equals(requestMethod)) {
            return Optional.empty();
        }
        return text.equals(DEFAULT) ? Optional.of(Map.of()) : parameters(path.split("/", -1));
    }

    private Optional<Map<String, String>> parameters(String[] path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            if (i >= path.length) {
                return Optional.empty();
            }
            if (segment.endsWith("+}")) {
                parameters.put(segment.substring(1, segment.length() - 2), rest(path, i));
                return Optional.of(parameters);
            }
            if (segment.startsWith("{")) {
                parameters.put(segment.substring(1, segment.length() - 1), path[i]);
            } else if (!segment.equals(path[i])) {
                return Optional.empty();
            }
        }
        return path.length == segments.length ? Optional.of(parameters) : Optional.empty();
    }

    private static String rest(String[] path, int from) {
        return String.join("/", java.util.Arrays.asList(path).subList(from, path.length));
    }

    /** Lower is more particular: full paths win over parameters, these over greedy ones, methods over ANY. */
    int generality() {
        int path = text.equals(DEFAULT) ? 4 : text.contains("+}") ? 2 : 0;
        return path * 100
                + (int) text.chars().filter(character -> character == '{').count() * 2
                + (method.equals("ANY") ? 1 : 0);
    }
}

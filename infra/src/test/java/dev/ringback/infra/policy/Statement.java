package dev.ringback.infra.policy;

import java.util.List;

/**
 * One synthesized policy statement that allows something.
 *
 * @param holder the logical id of the resource it is written on
 * @param holderType that resource's type
 */
record Statement(String holder, String holderType, String sid, List<String> actions, List<String> resources) {

    /** Whether it touches a table, by its logical id or by a wildcard that could mean any table. */
    boolean reaches(String table) {
        return resources.stream().anyMatch(resource -> resource.startsWith("${" + table) || couldBeAnyTable(resource));
    }

    /** All of it, for a comparison. */
    String text() {
        return sid + ": " + String.join(" ", actions) + " on " + String.join(" ", resources);
    }

    boolean hasWildcard() {
        return resources.stream().anyMatch(resource -> resource.contains("*"))
                || actions.stream().anyMatch(action -> action.contains("*"));
    }

    private boolean couldBeAnyTable(String resource) {
        boolean database =
                actions.stream().anyMatch(action -> action.startsWith("dynamodb:") || action.startsWith("*"));
        return database && resource.contains("*");
    }
}

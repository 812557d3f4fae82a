package dev.ringback.local.iam;

import java.util.List;

/**
 * One statement of a policy.
 *
 * @param principals services and accounts it is about, in resource and trust policies; empty elsewhere
 */
record Statement(
        boolean allow, Selection actions, Selection resources, List<String> principals, List<Condition> conditions) {

    /** {@code Action} or {@code NotAction}, {@code Resource} or {@code NotResource}. */
    record Selection(List<String> patterns, boolean negated, boolean ignoreCase) {
        boolean selects(String text) {
            return negated
                    != patterns.stream()
                            .anyMatch(pattern -> ignoreCase
                                    ? Wildcard.matchesIgnoringCase(pattern, text)
                                    : Wildcard.matches(pattern, text));
        }
    }

    boolean applies(String action, String resourceArn, ConditionKeys keys) {
        return actions.selects(action)
                && resources.selects(resourceArn)
                && conditions.stream().allMatch(condition -> condition.holds(keys));
    }

    boolean isAbout(String principal) {
        return principals.contains("*") || principals.contains(principal);
    }
}

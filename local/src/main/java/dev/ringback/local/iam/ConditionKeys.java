package dev.ringback.local.iam;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of a request when a policy's conditions are judged. */
public record ConditionKeys(Map<String, String> values) {
    /** The keys a policy may ask for; others would look absent, which could turn a refusal into a permission. */
    static final Set<String> KNOWN = Set.of("aws:securetransport", "aws:sourcearn", "aws:sourceaccount");

    // In AWS these very calls go over TLS; here they do not leave the machine.
    private static final Map<String, String> ALWAYS = Map.of("aws:securetransport", "true");

    public static ConditionKeys none() {
        return new ConditionKeys(Map.of());
    }

    /** A call that a service makes for one of its own resources. */
    public static ConditionKeys from(String sourceArn, String sourceAccount) {
        return new ConditionKeys(Map.of("aws:sourcearn", sourceArn, "aws:sourceaccount", sourceAccount));
    }

    Optional<String> get(String lowerCaseKey) {
        return Optional.ofNullable(values.getOrDefault(lowerCaseKey, ALWAYS.get(lowerCaseKey)));
    }
}

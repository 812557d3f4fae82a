package dev.ringback.appsyncjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What running a handler came to.
 *
 * @param stash {@code ctx.stash} as the handler left it
 * @param appended errors of {@code util.appendError}; they do not stop the resolver
 * @param subscriptionFilter of {@code extensions.setSubscriptionFilter}, as {@code {"filterGroup": [...]}}
 * @param log lines of {@code console.log} and {@code console.error}
 */
public record Evaluation(
        Outcome outcome,
        ObjectNode stash,
        List<ResolverError> appended,
        Optional<JsonNode> subscriptionFilter,
        List<String> log) {

    /** How a handler ended. */
    public sealed interface Outcome {}

    /** It returned a value; nothing returned is a null node. */
    public record Returned(JsonNode value) implements Outcome {}

    /** It called {@code runtime.earlyReturn}: the data source is not called. */
    public record ReturnedEarly(JsonNode value, SkipTo skipTo) implements Outcome {}

    /** It called {@code util.error} or {@code util.unauthorized}, or its code failed. */
    public record Failed(ResolverError error) implements Outcome {}

    /** Where a pipeline goes on after an early return: behind its last function, or at the next one. */
    public enum SkipTo {
        END,
        NEXT
    }
}

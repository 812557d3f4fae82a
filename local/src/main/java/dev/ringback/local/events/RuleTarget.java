package dev.ringback.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.stack.StackFailure;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule hands events to.
 *
 * @param input what it gets instead of the event
 * @param deadLetters the ARN of the queue for events that could not be handed over
 */
record RuleTarget(String arn, Optional<String> input, Optional<String> deadLetters) {
    /** A retry policy is for a target that cannot be reached, and here each can. */
    private static final Set<String> KNOWN = Set.of("Id", "Arn", "Input", "DeadLetterConfig", "RetryPolicy");

    static RuleTarget read(JsonNode target) {
        target.fieldNames().forEachRemaining(property -> {
            if (!KNOWN.contains(property)) {
                throw new StackFailure(
                        "The local runtime does not know the property " + property + " of a rule's targets.");
            }
        });
        return new RuleTarget(
                target.path("Arn").asText(),
                Optional.ofNullable(target.get("Input")).map(JsonNode::asText),
                Optional.ofNullable(target.path("DeadLetterConfig").get("Arn")).map(JsonNode::asText));
    }
}

package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.iam.ConditionKeys;
import dev.ringback.local.iam.Policy;
import dev.ringback.local.iam.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The queues that exist, by name. */
public final class Queues {
    private final Map<String, Queue> byName = new ConcurrentHashMap<>();

    void add(Queue queue) {
        byName.put(queue.name(), queue);
    }

    Optional<Queue> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @param url as {@code Ref} gives it; only its last part counts, as its host depends on who asks */
    Optional<Queue> at(String url) {
        return named(url.substring(url.lastIndexOf('/') + 1));
    }

    public Optional<Queue> withArn(String arn) {
        return byName.values().stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    }

    /**
     * Puts a message into a queue, as a service does for one of its resources.
     *
     * @throws AwsFailure AccessDeniedException
     */
    public void send(Queue queue, String body, Principal sender) {
        require(sender, "sqs:SendMessage", queue);
        queue.send(body, JsonNodeFactory.instance.objectNode(), queue.settings().delay());
    }

    /** A queue's own policy may refuse what the caller's policies allow. */
    void require(Principal principal, String action, Queue queue) {
        boolean refused = queue.policies().stream()
                .map(policy -> policy.judge(principal.name(), action, queue.arn(), ConditionKeys.none()))
                .anyMatch(Policy.Verdict.DENIED::equals);
        if (refused || !principal.allows(action, queue.arn())) {
            throw AwsFailure.accessDenied(principal.name(), action, queue.arn());
        }
    }
}

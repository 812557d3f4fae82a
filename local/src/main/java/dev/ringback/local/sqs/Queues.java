package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.iam.ConditionKeys;
import dev.ringback.local.iam.Policy;
import dev.ringback.local.iam.Principal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The queues that exist, by name. */
public final class Queues {
    private static final String SEND = "sqs:SendMessage";

    private final Map<String, Queue> byName = new ConcurrentSkipListMap<>();

    void add(Queue queue) {
        byName.put(queue.name(), queue);
    }

    Collection<Queue> all() {
        return byName.values();
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
        require(sender, SEND, queue);
        put(queue, body, sender.name());
    }

    /**
     * Puts a message into a queue whose own policy lets a service do so.
     *
     * @param sourceArn the resource that the service does it for
     * @throws AwsFailure AccessDeniedException
     */
    public void sendFor(String service, String sourceArn, String sourceAccount, Queue queue, String body) {
        ConditionKeys keys = ConditionKeys.from(sourceArn, sourceAccount);
        List<Policy.Verdict> verdicts = queue.policies().stream()
                .map(policy -> policy.judge(service, SEND, queue.arn(), keys))
                .toList();
        if (!verdicts.contains(Policy.Verdict.ALLOWED) || verdicts.contains(Policy.Verdict.DENIED)) {
            throw AwsFailure.accessDenied(service, SEND, queue.arn());
        }
        put(queue, body, service);
    }

    private static void put(Queue queue, String body, String sender) {
        queue.send(new Sending(
                body,
                JsonNodeFactory.instance.objectNode(),
                sender,
                queue.settings().delay()));
    }

    /**
     * Takes messages as a service does for a role; they come again unless they are deleted.
     *
     * @throws AwsFailure AccessDeniedException
     */
    public List<Message> receive(Queue queue, Principal role, int most, Duration wait) throws InterruptedException {
        require(role, "sqs:ReceiveMessage", queue);
        return queue.receive(most, queue.visibility(), wait);
    }

    /** @throws AwsFailure AccessDeniedException */
    public void delete(Queue queue, Principal role, List<Message> messages) {
        require(role, "sqs:DeleteMessage", queue);
        queue.delete(messages.stream().map(Message::receipt).toList());
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

package dev.ringback.local.trigger;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.lambda.Outcome;
import dev.ringback.local.sqs.Message;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Has a function handle messages; what it does not handle stays in the queue and comes again. */
final class QueueDelivery {
    private final QueueSource source;
    private final Filters filters;
    private final boolean reportsItems;
    private final QueueEvent event;
    private final Consumer<String> console;

    /** @param reportsItems whether the function says which message failed */
    QueueDelivery(QueueSource source, Filters filters, boolean reportsItems, String region, Consumer<String> console) {
        this.source = source;
        this.filters = filters;
        this.reportsItems = reportsItems;
        this.event = new QueueEvent(source.queue().arn(), region);
        this.console = console;
    }

    void deliver(List<Message> messages) throws InterruptedException {
        var split = messages.stream()
                .collect(Collectors.partitioningBy(message -> filters.accept(event.forFilters(message))));
        source.delete(split.get(false));
        List<Message> wanted = split.get(true);
        if (!wanted.isEmpty()) {
            List<Message> handled = handled(wanted);
            source.delete(handled);
            tell(wanted.size() - handled.size());
        }
    }

    private List<Message> handled(List<Message> messages) throws InterruptedException {
        try {
            Outcome outcome = source.function().invoke(UUID.randomUUID().toString(), event.of(messages));
            return outcome.failed() ? List.of() : handled(messages, outcome);
        } catch (AwsFailure throttled) {
            return List.of();
        }
    }

    private List<Message> handled(List<Message> messages, Outcome outcome) {
        if (!reportsItems) {
            return messages;
        }
        Set<String> ids = messages.stream().map(Message::id).collect(Collectors.toSet());
        Set<String> failures = BatchAnswer.failures(outcome.payload(), ids).orElse(ids);
        return messages.stream()
                .filter(message -> !failures.contains(message.id()))
                .toList();
    }

    private void tell(int failed) {
        if (failed > 0) {
            console.accept("%s | %d messages failed; %s has them again after %d s."
                    .formatted(
                            source.function().label(),
                            failed,
                            source.queue().arn(),
                            source.queue().visibility().toSeconds()));
        }
    }
}

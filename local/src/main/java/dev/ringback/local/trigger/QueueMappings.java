package dev.ringback.local.trigger;

import dev.ringback.local.aws.Account;
import dev.ringback.local.lambda.Callee;
import dev.ringback.local.sqs.Queue;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.stack.StackFailure;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes pollers of queues. */
public final class QueueMappings {
    private static final Set<String> KNOWN = Set.of(
            "EventSourceArn",
            "FunctionName",
            "Enabled",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FilterCriteria",
            "FunctionResponseTypes",
            "ScalingConfig",
            "MetricsConfig",
            "Tags");
    /** With so many batches at a time Lambda begins, and a laptop has no more. */
    private static final int MOST_BATCHES = 5;

    private final Queues queues;
    private final Account account;
    private final Consumer<String> console;

    public QueueMappings(Queues queues, Account account, Consumer<String> console) {
        this.queues = queues;
        this.account = account;
        this.console = console;
    }

    Poller poller(MappingReader mapping, Callee function) {
        mapping.checkKnown(KNOWN);
        String arn = mapping.text("EventSourceArn");
        Queue queue = queues.withArn(arn).orElseThrow(() -> new StackFailure("There is no queue " + arn + "."));
        check(queue, function);
        QueueSource source = new QueueSource(queues, queue, function);
        return new QueuePoller(
                source,
                mapping.queueBatching(),
                new QueueDelivery(source, mapping.filters(), mapping.reportsItems(), account.region(), console),
                mostBatches(mapping));
    }

    private static void check(Queue queue, Callee function) {
        for (String action : List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")) {
            if (!function.role().allows("sqs:" + action, queue.arn())) {
                throw new StackFailure(
                        "The provided execution role does not have permissions to call " + action + " on SQS");
            }
        }
        if (queue.visibility().compareTo(function.timeout()) < 0) {
            throw new StackFailure("Queue visibility timeout: "
                    + queue.visibility().toSeconds() + " seconds is less than Function timeout: "
                    + function.timeout().toSeconds() + " seconds");
        }
    }

    private static int mostBatches(MappingReader mapping) {
        return Math.min(
                MOST_BATCHES,
                new MappingReader(mapping.part("ScalingConfig")).number("MaximumConcurrency", MOST_BATCHES, 2, 1000));
    }
}

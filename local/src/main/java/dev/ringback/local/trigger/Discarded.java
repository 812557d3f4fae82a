package dev.ringback.local.trigger;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.lambda.Callee;
import dev.ringback.local.sqs.Queue;
import dev.ringback.local.sqs.Queues;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Where it is told which records a function did not handle. */
final class Discarded {
    private final Callee function;
    private final String streamArn;
    private final Queues queues;
    private final Optional<Queue> destination;
    private final Clock clock;
    private final Consumer<String> console;

    Discarded(
            Callee function,
            String streamArn,
            Queues queues,
            Optional<Queue> destination,
            Clock clock,
            Consumer<String> console) {
        this.function = function;
        this.streamArn = streamArn;
        this.queues = queues;
        this.destination = destination;
        this.clock = clock;
        this.console = console;
    }

    void add(DiscardedBatch discarded) {
        console.accept("%s | %d records of %s are given up: %s."
                .formatted(function.label(), discarded.batch().size(), streamArn, discarded.condition()));
        destination.ifPresent(queue -> send(discarded, queue));
    }

    private void send(DiscardedBatch discarded, Queue queue) {
        try {
            String message = discarded
                    .message(function.arn(), streamArn, clock.instant())
                    .toString();
            queues.send(queue, message, function.role());
        } catch (AwsFailure refused) {
            console.accept(function.label() + " | " + refused.getMessage());
        }
    }
}

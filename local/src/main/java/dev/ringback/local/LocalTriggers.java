package dev.ringback.local;

import dev.ringback.local.aws.Account;
import dev.ringback.local.dynamodb.Streams;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.state.StateFolder;
import dev.ringback.local.trigger.Checkpoints;
import dev.ringback.local.trigger.EventSourceMappingProvider;
import dev.ringback.local.trigger.EventSourceMappings;
import dev.ringback.local.trigger.QueueMappings;
import dev.ringback.local.trigger.StreamMappings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** What has functions called without anybody calling them. */
record LocalTriggers(EventSourceMappings mappings, EventSourceMappingProvider provider) {
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final int DOUBLINGS = 6;

    /** What triggers read and call. */
    record Surroundings(Streams streams, Queues queues, Functions functions, Account account) {}

    static LocalTriggers in(Surroundings around, StateFolder state, Clock clock, Consumer<String> console) {
        EventSourceMappings mappings = new EventSourceMappings(console);
        StreamMappings streams = new StreamMappings(
                around.streams(),
                around.queues(),
                around.account(),
                new Checkpoints(state),
                LocalTriggers::waitAfter,
                clock,
                console);
        QueueMappings queues = new QueueMappings(around.queues(), around.account(), console);
        return new LocalTriggers(
                mappings,
                new EventSourceMappingProvider(
                        mappings, around.functions()::callee, streams, queues, around.account()));
    }

    private static Duration waitAfter(int failures) {
        long doubled = FIRST_WAIT_MILLIS << Math.min(failures - 1, DOUBLINGS);
        return Duration.ofMillis(Math.min(doubled, LONGEST_WAIT_MILLIS));
    }
}

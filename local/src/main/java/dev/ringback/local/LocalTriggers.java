package dev.ringback.local;

import dev.ringback.local.aws.Account;
import dev.ringback.local.dynamodb.Streams;
import dev.ringback.local.events.EventBuses;
import dev.ringback.local.events.EventsEndpoint;
import dev.ringback.local.events.EventsProvider;
import dev.ringback.local.events.EventsService;
import dev.ringback.local.events.Rules;
import dev.ringback.local.events.Targets;
import dev.ringback.local.gateway.Gateway;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.lambda.LambdaService;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.state.StateFolder;
import dev.ringback.local.trigger.Checkpoints;
import dev.ringback.local.trigger.EventSourceMappingProvider;
import dev.ringback.local.trigger.EventSourceMappings;
import dev.ringback.local.trigger.QueueMappings;
import dev.ringback.local.trigger.StreamMappings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What calls functions of its own accord: streams, queues, schedules and event buses. */
final class LocalTriggers {
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final int DOUBLINGS = 6;

    private final EventSourceMappings mappings;
    private final Rules rules;
    private final EventBuses buses;
    private final Surroundings around;

    /** What triggers read, and what they call. */
    record Surroundings(
            Streams streams,
            Queues queues,
            Functions functions,
            LambdaService lambda,
            Account account,
            StateFolder state,
            Clock clock,
            Consumer<String> console) {}

    LocalTriggers(Surroundings around, Teardown teardown) {
        this.around = around;
        this.buses = new EventBuses(around.account());
        this.mappings = teardown.add(new EventSourceMappings(around.console()));
        Targets targets = new Targets(around.lambda(), around.queues(), around.account());
        this.rules = teardown.add(new Rules(targets, around.account(), around.clock(), around.console()));
    }

    /** @param prefix of the path that shows the events */
    void addTo(Gateway gateway, String prefix) {
        gateway.add(new EventsService(buses, rules, around.account(), around.clock(), around.console()));
        gateway.add(prefix, new EventsEndpoint(buses, rules));
    }

    List<ResourceProvider> providers() {
        return List.of(mappingProvider(), new EventsProvider(buses, rules, around.account()));
    }

    private ResourceProvider mappingProvider() {
        StreamMappings streams = new StreamMappings(
                around.streams(),
                around.queues(),
                around.account(),
                new Checkpoints(around.state()),
                LocalTriggers::waitAfter,
                around.clock(),
                around.console());
        QueueMappings queues = new QueueMappings(around.queues(), around.account(), around.console());
        return new EventSourceMappingProvider(mappings, around.functions()::callee, streams, queues, around.account());
    }

    private static Duration waitAfter(int failures) {
        long doubled = FIRST_WAIT_MILLIS << Math.min(failures - 1, DOUBLINGS);
        return Duration.ofMillis(Math.min(doubled, LONGEST_WAIT_MILLIS));
    }

    /** Comes back when nothing that happens from then on is missed. */
    void start() {
        mappings.start();
        rules.start();
    }
}

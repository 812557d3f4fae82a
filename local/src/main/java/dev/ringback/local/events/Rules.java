package dev.ringback.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The rules that exist; schedules run from their start on. */
public final class Rules implements AutoCloseable {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Targets targets;
    private final Account account;
    private final Clock clock;
    private final Consumer<String> console;

    public Rules(Targets targets, Account account, Clock clock, Consumer<String> console) {
        this.targets = targets;
        this.account = account;
        this.clock = clock;
        this.console = console;
    }

    void add(Rule rule) {
        rule.targets().forEach(targets::check);
        rules.add(rule);
    }

    List<Rule> all() {
        return List.copyOf(rules);
    }

    public void start() {
        rules.forEach(this::warn);
        rules.stream()
                .filter(rule -> rule.enabled() && rule.schedule().isPresent())
                .forEach(rule -> threads.execute(() -> repeat(rule)));
    }

    private void warn(Rule rule) {
        rule.targets()
                .forEach(target -> targets.refusal(rule, target)
                        .ifPresent(reason -> console.accept("rule " + rule.name() + " | " + reason)));
    }

    private void repeat(Rule rule) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(rule.schedule().map(Schedule::every).orElse(Duration.ZERO));
                fire(rule);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fires as if its time had come; gives the reasons why some targets did not take it. */
    List<String> fire(Rule rule) {
        return send(rule, scheduledEvent(rule).toString());
    }

    /** Lets the rules of a bus have an event. */
    void offer(Event event) {
        rules.stream()
                .filter(rule -> rule.wants(event))
                .forEach(rule -> send(rule, event.delivered().toString()));
    }

    private List<String> send(Rule rule, String event) {
        List<String> refusals = new ArrayList<>();
        rule.targets().forEach(target -> send(rule, target, event).ifPresent(refusals::add));
        return refusals;
    }

    private Optional<String> send(Rule rule, RuleTarget target, String event) {
        try {
            targets.send(rule, target, event);
            return Optional.empty();
        } catch (AwsFailure refused) {
            console.accept("rule " + rule.name() + " | " + refused.getMessage());
            return Optional.of(refused.getMessage());
        }
    }

    private ObjectNode scheduledEvent(Rule rule) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", account.id())
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", account.region());
        event.putArray("resources").add(rule.arn());
        event.putObject("detail");
        return event;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

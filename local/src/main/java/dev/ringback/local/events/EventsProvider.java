package dev.ringback.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.pattern.EventPattern;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Event buses and rules. */
public final class EventsProvider implements ResourceProvider {
    private static final String BUS = "AWS::Events::EventBus";
    private static final String RULE = "AWS::Events::Rule";
    /** Keys, logs and dead letters of a bus are known, and have no local effect. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            BUS, Set.of("Name", "Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig", "Tags"),
            RULE,
                    Set.of(
                            "Name",
                            "Description",
                            "EventBusName",
                            "EventPattern",
                            "ScheduleExpression",
                            "State",
                            "Targets",
                            "Tags"));

    private final EventBuses buses;
    private final Rules rules;
    private final Account account;

    public EventsProvider(EventBuses buses, Rules rules, Account account) {
        this.buses = buses;
        this.rules = rules;
        this.account = account;
    }

    @Override
    public Set<String> types() {
        return KNOWN.keySet();
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        declaration.properties().fieldNames().forEachRemaining(property -> {
            if (!KNOWN.get(declaration.type()).contains(property)) {
                throw new StackFailure(
                        "The local runtime does not know the property " + property + " of " + declaration.type() + ".");
            }
        });
        return declaration.type().equals(BUS) ? bus(declaration) : rule(declaration);
    }

    private Provisioned bus(ResourceDeclaration declaration) {
        String name = declaration.properties().path("Name").asText();
        String arn = buses.add(name);
        return new Provisioned(name, Map.of("Arn", arn, "Name", name));
    }

    private Provisioned rule(ResourceDeclaration declaration) {
        Rule rule = read(declaration);
        rules.add(rule);
        String ref = rule.bus().equals(EventBuses.DEFAULT) ? rule.name() : rule.bus() + "|" + rule.name();
        return new Provisioned(ref, Map.of("Arn", rule.arn()));
    }

    private Rule read(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        String name = properties.path("Name").asText(declaration.name(64));
        String bus = EventBuses.name(properties.path("EventBusName").asText(EventBuses.DEFAULT));
        Rule rule = new Rule(
                name,
                arn(bus, name),
                bus,
                !properties.path("State").asText().equals("DISABLED"),
                Optional.ofNullable(properties.get("ScheduleExpression"))
                        .map(JsonNode::asText)
                        .map(Schedule::read),
                Optional.ofNullable(properties.get("EventPattern"))
                        .map(JsonNode::toString)
                        .map(EventPattern::read),
                targets(properties.path("Targets")));
        check(rule);
        return rule;
    }

    private String arn(String bus, String name) {
        return account.arn("events", "rule/" + (bus.equals(EventBuses.DEFAULT) ? "" : bus + "/") + name);
    }

    private static List<RuleTarget> targets(JsonNode list) {
        List<RuleTarget> targets = new ArrayList<>();
        list.forEach(target -> targets.add(RuleTarget.read(target)));
        return List.copyOf(targets);
    }

    private void check(Rule rule) {
        if (!buses.has(rule.bus())) {
            throw new StackFailure("Event bus " + rule.bus() + " does not exist.");
        }
        if (rule.schedule().isPresent() && !rule.bus().equals(EventBuses.DEFAULT)) {
            throw new StackFailure("ScheduleExpression is supported only on the default event bus.");
        }
        if (rule.schedule().isEmpty() && rule.pattern().isEmpty()) {
            throw new StackFailure("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
    }
}

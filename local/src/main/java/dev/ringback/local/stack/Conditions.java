package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The conditions of a template. */
final class Conditions {
    private final Template template;
    private final Resolver resolver;
    private final Set<String> underWay = new HashSet<>();

    Conditions(Template template, Resolver resolver) {
        this.template = template;
        this.resolver = resolver;
    }

    boolean holds(String name) {
        JsonNode condition =
                template.condition(name).orElseThrow(() -> new StackFailure("There is no condition " + name + "."));
        if (!underWay.add(name)) {
            throw new StackFailure("The condition " + name + " needs itself.");
        }
        try {
            return judge(condition);
        } finally {
            underWay.remove(name);
        }
    }

    private boolean judge(JsonNode condition) {
        var only = condition.properties().stream()
                .findFirst()
                .orElseThrow(() -> new StackFailure("A condition is empty."));
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> holds(argument.asText());
            case "Fn::Equals" -> resolver.resolve(argument.path(0)).equals(resolver.resolve(argument.path(1)));
            case "Fn::Not" -> !judge(argument.path(0));
            case "Fn::And" -> all(argument, this::judge);
            case "Fn::Or" -> !all(argument, item -> !judge(item));
            default -> throw new StackFailure(only.getKey() + " is a condition that the local runtime does not know.");
        };
    }

    private static boolean all(JsonNode items, Predicate<JsonNode> test) {
        return StreamSupport.stream(items.spliterator(), false).allMatch(test);
    }
}

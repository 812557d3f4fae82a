package dev.ringback.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A policy document. */
public record Policy(List<Statement> statements) {
    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");

    /** What a policy says about a request. */
    public enum Verdict {
        ALLOWED,
        DENIED,
        NOT_MENTIONED
    }

    /** @throws PolicyRefused when it holds what cannot be judged here */
    public static Policy read(JsonNode document) {
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : each(document.path("Statement"))) {
            statements.add(statement(statement));
        }
        return new Policy(List.copyOf(statements));
    }

    /** For policies of identities. */
    public Verdict judge(String action, String resourceArn, ConditionKeys keys) {
        return verdict(statements.stream()
                .filter(statement -> statement.applies(action, resourceArn, keys))
                .toList());
    }

    /** For policies of resources and of trust, which name who they are about. */
    public Verdict judge(String principal, String action, String resourceArn, ConditionKeys keys) {
        return verdict(statements.stream()
                .filter(statement -> statement.isAbout(principal) && statement.applies(action, resourceArn, keys))
                .toList());
    }

    private static Verdict verdict(List<Statement> applying) {
        if (applying.isEmpty()) {
            return Verdict.NOT_MENTIONED;
        }
        return applying.stream().allMatch(Statement::allow) ? Verdict.ALLOWED : Verdict.DENIED;
    }

    private static Statement statement(JsonNode node) {
        node.fieldNames().forEachRemaining(element -> {
            if (!ELEMENTS.contains(element) || element.equals("NotPrincipal")) {
                throw new PolicyRefused("the local runtime does not know the policy element " + element);
            }
        });
        return new Statement(
                effect(node.path("Effect").asText()),
                selection(node, "Action", true).orElseThrow(() -> new PolicyRefused("a statement has no Action")),
                // Trust policies have none.
                selection(node, "Resource", false).orElse(new Statement.Selection(List.of("*"), false, false)),
                principals(node.path("Principal")),
                conditions(node.path("Condition")));
    }

    private static boolean effect(String effect) {
        return switch (effect) {
            case "Allow" -> true;
            case "Deny" -> false;
            default -> throw new PolicyRefused("Effect is neither Allow nor Deny but \"" + effect + "\"");
        };
    }

    private static Optional<Statement.Selection> selection(JsonNode node, String element, boolean ignoreCase) {
        if (node.has(element)) {
            return Optional.of(new Statement.Selection(texts(node.get(element)), false, ignoreCase));
        }
        return node.has("Not" + element)
                ? Optional.of(new Statement.Selection(texts(node.get("Not" + element)), true, ignoreCase))
                : Optional.empty();
    }

    private static List<String> principals(JsonNode node) {
        List<String> principals = new ArrayList<>();
        if (node.isTextual()) {
            principals.add(node.asText());
        }
        node.properties().forEach(kind -> principals.addAll(texts(kind.getValue())));
        return List.copyOf(principals);
    }

    private static List<Condition> conditions(JsonNode node) {
        List<Condition> conditions = new ArrayList<>();
        node.properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(test -> conditions.add(
                                Condition.of(operator.getKey(), test.getKey(), texts(test.getValue())))));
        return List.copyOf(conditions);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        each(node).forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : node.isMissingNode() ? List.of() : List.of(node);
    }
}

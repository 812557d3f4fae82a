package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds the resources that a part of a template refers to. */
final class References {
    private final Set<String> logicalIds;
    private final Set<String> found = new LinkedHashSet<>();

    private References(Set<String> logicalIds) {
        this.logicalIds = logicalIds;
    }

    static Set<String> in(JsonNode resource, Set<String> logicalIds) {
        References references = new References(logicalIds);
        references.walk(resource.path("Properties"));
        references.dependsOn(resource.path("DependsOn"));
        return references.found;
    }

    private void dependsOn(JsonNode node) {
        if (node.isTextual()) {
            add(node.asText());
        }
        node.forEach(this::dependsOn);
    }

    private void walk(JsonNode node) {
        if (node.isObject() && node.size() == 1) {
            node.properties().forEach(only -> function(only.getKey(), only.getValue()));
        }
        node.forEach(this::walk);
    }

    private void function(String name, JsonNode argument) {
        switch (name) {
            case "Ref" -> add(argument.asText());
            case "Fn::GetAtt" ->
                add(
                        argument.isArray()
                                ? argument.path(0).asText()
                                : argument.asText().split("\\.", 2)[0]);
            case "Fn::Sub" -> sub(argument.isArray() ? argument.path(0).asText() : argument.asText());
            default -> {}
        }
    }

    private void sub(String text) {
        Matcher variable = Sub.VARIABLE.matcher(text);
        while (variable.find()) {
            add(variable.group(1).split("\\.", 2)[0]);
        }
    }

    private void add(String id) {
        if (logicalIds.contains(id)) {
            found.add(id);
        }
    }
}

package dev.ringback.infra.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a template's references into text, following them from stack to stack: {@code ${LogicalId.Attribute}}. */
public record Exports(Map<String, JsonNode> byName) {

    public static Exports of(Assembly assembly) {
        return of(assembly.templates());
    }

    public static Exports of(List<StackTemplate> templates) {
        Map<String, JsonNode> byName = new HashMap<>();
        for (StackTemplate template : templates) {
            template.json().path("Outputs").forEach(output -> {
                if (output.has("Export")) {
                    byName.put(output.at("/Export/Name").asText(), output.path("Value"));
                }
            });
        }
        return new Exports(byName);
    }

    public String text(JsonNode value) {
        if (!value.isObject()) {
            return value.asText();
        }
        JsonNode argument = value.elements().next();
        return switch (value.fieldNames().next()) {
            case "Ref" -> "${" + argument.asText() + "}";
            case "Fn::GetAtt" ->
                "${" + argument.get(0).asText() + "." + argument.get(1).asText() + "}";
            case "Fn::ImportValue" -> text(byName.get(argument.asText()));
            case "Fn::Join" -> joined(argument);
            case String function -> throw new AssertionError("Cannot follow " + function);
        };
    }

    private String joined(JsonNode argument) {
        StringBuilder text = new StringBuilder();
        argument.get(1)
                .forEach(part -> text.append(
                                text.isEmpty() ? "" : argument.get(0).asText())
                        .append(text(part)));
        return text.toString();
    }
}

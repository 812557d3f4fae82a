package dev.ringback.infra.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import java.util.ArrayList;
import java.util.List;

/** Finds every statement that allows something, wherever in a template it is written. */
record Statements(Exports exports) {

    static List<Statement> of(Assembly assembly) {
        return new Statements(Exports.of(assembly)).in(assembly.templates());
    }

    List<Statement> in(List<StackTemplate> templates) {
        List<Statement> found = new ArrayList<>();
        templates.forEach(template -> template.resources()
                .forEach((id, resource) -> resource.findValues("Statement")
                        .forEach(statements ->
                                each(statements).forEach(statement -> add(found, id, resource, statement)))));
        return found;
    }

    private void add(List<Statement> found, String id, JsonNode resource, JsonNode statement) {
        if (statement.path("Effect").asText().equals("Deny")) {
            return;
        }
        boolean negated = statement.has("NotAction") || statement.has("NotResource");
        List<String> actions = negated ? List.of("*") : texts(statement.path("Action"));
        List<String> resources = negated ? List.of("*") : texts(statement.path("Resource"));
        String type = resource.path("Type").asText();
        found.add(new Statement(id, type, statement.path("Sid").asText(), actions, resources));
    }

    private List<String> texts(JsonNode value) {
        return each(value).stream().map(exports::text).toList();
    }

    private static List<JsonNode> each(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(values::add);
        } else if (!value.isMissingNode()) {
            values.add(value);
        }
        return values;
    }
}

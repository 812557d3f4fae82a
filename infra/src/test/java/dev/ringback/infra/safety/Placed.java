package dev.ringback.infra.safety;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.StackTemplate;
import java.util.List;
import java.util.stream.Stream;

/** A resource, and the stack that it is in. */
record Placed(String stack, String id, JsonNode json) {

    static Stream<Placed> in(List<StackTemplate> templates) {
        return templates.stream()
                .flatMap(template -> template.resources().entrySet().stream()
                        .map(entry -> new Placed(template.name(), entry.getKey(), entry.getValue())));
    }

    String type() {
        return json.path("Type").asText();
    }

    JsonNode property(String path) {
        return json.at("/Properties/" + path);
    }

    boolean isFunction() {
        return type().equals("AWS::Lambda::Function");
    }

    /** How a sentence about it begins. */
    String name() {
        return stack + "/" + id + " (" + type() + ")";
    }
}

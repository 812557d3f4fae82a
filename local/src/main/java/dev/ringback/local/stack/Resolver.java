package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Works out the intrinsic functions in a template. */
final class Resolver {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** {@code AWS::NoValue}: the property is left out. */
    private static final JsonNode NO_VALUE = MissingNode.getInstance();

    private final Template template;
    private final Deployment deployment;
    private final Names names;
    private final Conditions conditions;
    private final DynamicReferences dynamicReferences;

    Resolver(Template template, Deployment deployment, Names names) {
        this.template = template;
        this.deployment = deployment;
        this.names = names;
        this.conditions = new Conditions(template, this);
        this.dynamicReferences = new DynamicReferences(deployment.secrets());
    }

    /** Whether what carries this condition exists; what carries none does. */
    boolean exists(JsonNode element) {
        return !element.has("Condition")
                || conditions.holds(element.get("Condition").asText());
    }

    /** The same with every function and every dynamic reference replaced. */
    JsonNode resolve(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(dynamicReferences.resolve(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode items = JSON.arrayNode();
            node.forEach(
                    item -> Optional.of(resolve(item)).filter(Resolver::isValue).ifPresent(items::add));
            return items;
        }
        return node.isObject() ? object(node) : node;
    }

    String text(JsonNode node) {
        JsonNode resolved = resolve(node);
        if (!resolved.isValueNode()) {
            throw new StackFailure("A text was expected instead of " + node + ".");
        }
        return resolved.asText();
    }

    private JsonNode object(JsonNode node) {
        if (node.size() == 1) {
            var only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return function(only.getKey(), only.getValue());
            }
        }
        ObjectNode resolved = JSON.objectNode();
        node.properties()
                .forEach(property -> Optional.of(resolve(property.getValue()))
                        .filter(Resolver::isValue)
                        .ifPresent(value -> resolved.set(property.getKey(), value)));
        return resolved;
    }

    private JsonNode function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> sub(argument);
            case "Fn::Join" -> TextNode.valueOf(String.join(text(argument.path(0)), texts(argument.path(1))));
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::If" -> choose(argument);
            case "Fn::FindInMap" -> inMap(argument);
            case "Fn::Base64" ->
                TextNode.valueOf(Base64.getEncoder()
                        .encodeToString(text(argument).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            case "Fn::ImportValue" -> imported(text(argument));
            case "Fn::GetStackOutput" -> stackOutput(argument);
            default -> throw new StackFailure(name + " is a function that the local runtime does not know.");
        };
    }

    private JsonNode ref(String name) {
        return name.equals("AWS::NoValue") ? NO_VALUE : names.ref(name);
    }

    private JsonNode attribute(JsonNode argument) {
        if (argument.isArray()) {
            return names.attribute(argument.path(0).asText(), text(argument.path(1)));
        }
        String[] parts = argument.asText().split("\\.", 2);
        return names.attribute(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private JsonNode sub(JsonNode argument) {
        JsonNode given = argument.isArray() ? argument.path(1) : MissingNode.getInstance();
        UnaryOperator<String> values =
                name -> given.has(name) ? text(given.get(name)) : variable(name).asText();
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        return resolve(TextNode.valueOf(Sub.fill(text, values)));
    }

    private JsonNode variable(String name) {
        return name.contains(".") ? attribute(TextNode.valueOf(name)) : ref(name);
    }

    private List<String> texts(JsonNode list) {
        JsonNode resolved = resolve(list);
        List<String> texts = new ArrayList<>();
        resolved.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private JsonNode select(JsonNode argument) {
        int index = Integer.parseInt(text(argument.path(0)));
        JsonNode item = resolve(argument.path(1)).path(index);
        if (item.isMissingNode()) {
            throw new StackFailure("Fn::Select finds no item " + index + " in " + argument.path(1) + ".");
        }
        return item;
    }

    private JsonNode split(JsonNode argument) {
        ArrayNode parts = JSON.arrayNode();
        for (String part : text(argument.path(1)).split(Pattern.quote(text(argument.path(0))), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode choose(JsonNode argument) {
        return resolve(argument.path(conditions.holds(argument.path(0).asText()) ? 1 : 2));
    }

    private JsonNode inMap(JsonNode argument) {
        String map = text(argument.path(0));
        String first = text(argument.path(1));
        String second = text(argument.path(2));
        return template.mapping(map, first, second)
                .or(() -> Optional.ofNullable(argument.path(3).get("DefaultValue")))
                .map(this::resolve)
                .orElseThrow(
                        () -> new StackFailure("The mapping " + map + " has no entry " + first + ", " + second + "."));
    }

    private JsonNode imported(String name) {
        return deployment
                .export(name)
                .map(TextNode::valueOf)
                .orElseThrow(() -> new StackFailure("No stack exports " + name + "."));
    }

    private JsonNode stackOutput(JsonNode argument) {
        String stack = text(argument.path("StackName"));
        String output = text(argument.path("OutputName"));
        return deployment
                .output(stack, output)
                .map(TextNode::valueOf)
                .orElseThrow(() -> new StackFailure("The stack " + stack + " has no output " + output + "."));
    }

    private static boolean isValue(JsonNode node) {
        return node != NO_VALUE;
    }
}

package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ringback.local.aws.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code Ref} and {@code Fn::GetAtt} give: resources created so far, parameters, and AWS's pseudo parameters. */
final class Names {
    private final Template template;
    private final Account account;
    private final Map<String, Provisioned> created = new HashMap<>();

    Names(Template template, Account account) {
        this.template = template;
        this.account = account;
    }

    /** What another edition of the template may refer to before it has created anything itself. */
    Names in(Template edition) {
        Names names = new Names(edition, account);
        names.created.putAll(created);
        return names;
    }

    void add(String logicalId, Provisioned resource) {
        created.put(logicalId, resource);
    }

    Optional<Provisioned> resource(String logicalId) {
        return Optional.ofNullable(created.get(logicalId));
    }

    JsonNode ref(String name) {
        if (name.startsWith("AWS::")) {
            return pseudoParameter(name);
        }
        return Optional.ofNullable(created.get(name))
                .<JsonNode>map(resource -> TextNode.valueOf(resource.ref()))
                .or(() -> template.parameter(name).map(parameter -> parameter(name, parameter)))
                .orElseThrow(() -> missing(name));
    }

    JsonNode attribute(String logicalId, String attribute) {
        Provisioned resource = Optional.ofNullable(created.get(logicalId)).orElseThrow(() -> missing(logicalId));
        return Optional.ofNullable(resource.attributes().get(attribute))
                .map(TextNode::valueOf)
                .orElseThrow(() ->
                        new StackFailure("The local runtime gives " + logicalId + " no attribute " + attribute + "."));
    }

    private static StackFailure missing(String name) {
        return new StackFailure(name + " is no resource that exists here and no parameter.");
    }

    private JsonNode pseudoParameter(String name) {
        return TextNode.valueOf(
                switch (name) {
                    case "AWS::Region" -> account.region();
                    case "AWS::AccountId" -> account.id();
                    case "AWS::Partition" -> Account.PARTITION;
                    case "AWS::URLSuffix" -> "amazonaws.com";
                    case "AWS::StackName" -> template.stack();
                    case "AWS::StackId" ->
                        account.arn(
                                "cloudformation",
                                "stack/" + template.stack() + "/" + PhysicalId.of(template.stack(), ""));
                    default ->
                        throw new StackFailure(name + " is a pseudo parameter that the local runtime does not know.");
                });
    }

    private static JsonNode parameter(String name, JsonNode parameter) {
        String type = parameter.path("Type").asText();
        if (!parameter.has("Default")) {
            throw new StackFailure("The parameter " + name + " has no default, and there is nobody to ask.");
        }
        if (type.startsWith("AWS::SSM::")) {
            throw new StackFailure("The parameter " + name + " is read from Parameter Store, which is not here.");
        }
        return type.equals("CommaDelimitedList") || type.startsWith("List<")
                ? list(parameter.get("Default").asText())
                : parameter.get("Default");
    }

    private static ArrayNode list(String commaDelimited) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : commaDelimited.split(",")) {
            items.add(item.strip());
        }
        return items;
    }
}

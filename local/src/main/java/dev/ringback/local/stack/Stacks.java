package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates stacks: every resource of a template, by the provider of its type, and then the outputs. */
public final class Stacks {
    private final Deployment deployment;
    private final Map<String, ResourceProvider> providers = new HashMap<>();

    public Stacks(Deployment deployment, List<ResourceProvider> providers) {
        this.deployment = deployment;
        providers.forEach(provider -> provider.types().forEach(type -> add(type, provider)));
    }

    private void add(String type, ResourceProvider provider) {
        if (providers.putIfAbsent(type, provider) != null
                || WithoutLocalEffect.reason(type).isPresent()) {
            throw new IllegalStateException("Two places are responsible for " + type);
        }
    }

    /** @throws StackFailure naming stack and resource */
    public void create(Template template) {
        Names names = new Names(template, deployment.account());
        Resolver resolver = new Resolver(template, deployment, names);
        Map<String, JsonNode> existing = existing(template, resolver);
        checkTypes(template, existing);
        in(template.stack(), () -> CreationOrder.of(existing)).forEach(logicalId -> {
            JsonNode resource = existing.get(logicalId);
            names.add(
                    logicalId,
                    in(place(template, logicalId, resource), () -> create(template, logicalId, resource, resolver)));
        });
        template.outputs()
                .forEach((name, output) -> in(template.stack() + ", output " + name, () -> {
                    addOutput(template, name, output, resolver);
                    return null;
                }));
    }

    private static Map<String, JsonNode> existing(Template template, Resolver resolver) {
        Map<String, JsonNode> existing = new LinkedHashMap<>();
        template.resources().forEach((logicalId, resource) -> {
            if (in(template.stack() + ", " + logicalId, () -> resolver.exists(resource))) {
                existing.put(logicalId, resource);
            }
        });
        return existing;
    }

    // Before anything is created, so that a type that cannot be run does not leave half a stack behind.
    private void checkTypes(Template template, Map<String, JsonNode> resources) {
        resources.forEach((logicalId, resource) -> {
            String type = resource.path("Type").asText();
            if (!providers.containsKey(type) && WithoutLocalEffect.reason(type).isEmpty()) {
                throw new StackFailure(template.stack() + ": " + logicalId + " is of type " + type
                        + ", which the local runtime does not know.");
            }
        });
    }

    private Provisioned create(Template template, String logicalId, JsonNode resource, Resolver resolver) {
        String type = resource.path("Type").asText();
        ResourceProvider provider = providers.get(type);
        if (provider == null) {
            return new Provisioned(logicalId, Map.of());
        }
        JsonNode properties = Optional.ofNullable(resource.get("Properties"))
                .map(resolver::resolve)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return provider.create(new ResourceDeclaration(
                template.stack(), logicalId, type, properties, PhysicalId.of(template.stack(), logicalId)));
    }

    private void addOutput(Template template, String name, JsonNode output, Resolver resolver) {
        if (!resolver.exists(output)) {
            return;
        }
        String value = resolver.text(output.path("Value"));
        deployment.addOutput(template.stack(), name, value);
        if (output.has("Export")) {
            deployment.addExport(resolver.text(output.path("Export").path("Name")), value);
        }
    }

    private static String place(Template template, String logicalId, JsonNode resource) {
        return template.stack() + ", " + logicalId + " ("
                + resource.path("Type").asText() + ")";
    }

    private interface Step<T> {
        T take();
    }

    private static <T> T in(String place, Step<T> step) {
        try {
            return step.take();
        } catch (RuntimeException failure) {
            throw new StackFailure(place + ": " + failure.getMessage(), failure);
        }
    }
}

package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A template while its resources are created. */
final class TemplateRun {
    private final Template template;
    private final Deployment deployment;
    private final Names names;
    private final Resolver resolver;
    private final Map<String, JsonNode> resources;

    /** @param names what exists already */
    TemplateRun(Template template, Deployment deployment, Names names) {
        this.template = template;
        this.deployment = deployment;
        this.names = names;
        this.resolver = new Resolver(template, deployment, names);
        this.resources = existing();
        resources.forEach(this::leaveAlone);
    }

    Template template() {
        return template;
    }

    private void leaveAlone(String logicalId, JsonNode resource) {
        if (WithoutLocalEffect.reason(type(resource)).isPresent()) {
            names.add(logicalId, new Provisioned(logicalId, Map.of()));
        }
    }

    private Map<String, JsonNode> existing() {
        Map<String, JsonNode> existing = new LinkedHashMap<>();
        template.resources().forEach((logicalId, resource) -> {
            if (in(template.stack() + ", " + logicalId, () -> resolver.exists(resource))) {
                existing.put(logicalId, resource);
            }
        });
        return existing;
    }

    static String type(JsonNode resource) {
        return resource.path("Type").asText();
    }

    Names names() {
        return names;
    }

    /** The resources whose conditions hold, by logical id. */
    Map<String, JsonNode> resources() {
        return resources;
    }

    /** What has been made of them. */
    List<CreatedStack.Resource> created() {
        List<CreatedStack.Resource> created = new ArrayList<>();
        resources.forEach((logicalId, resource) -> names.resource(logicalId)
                .ifPresent(made -> created.add(new CreatedStack.Resource(logicalId, type(resource), made.ref()))));
        return created;
    }

    /** The same by stack, logical id and type. */
    Map<String, JsonNode> byPlace() {
        Map<String, JsonNode> byPlace = new LinkedHashMap<>();
        resources.forEach((logicalId, resource) -> byPlace.put(place(logicalId), resource));
        return byPlace;
    }

    private String place(String logicalId) {
        return template.stack() + ", " + logicalId + " (" + type(resources.get(logicalId)) + ")";
    }

    /** @param providers what creates the resources of a type; those of other types are left as they are */
    void create(Function<String, Optional<ResourceProvider>> providers) {
        in(template.stack(), () -> CreationOrder.of(resources))
                .forEach(logicalId -> providers
                        .apply(type(resources.get(logicalId)))
                        .ifPresent(provider -> names.add(
                                logicalId, in(place(logicalId), () -> provider.create(declaration(logicalId))))));
    }

    private ResourceDeclaration declaration(String logicalId) {
        JsonNode resource = resources.get(logicalId);
        JsonNode properties = Optional.ofNullable(resource.get("Properties"))
                .map(resolver::resolve)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        return new ResourceDeclaration(
                template.stack(), logicalId, type(resource), properties, PhysicalId.of(template.stack(), logicalId));
    }

    void addOutputs() {
        template.outputs()
                .forEach((name, output) -> in(template.stack() + ", output " + name, () -> {
                    addOutput(name, output);
                    return null;
                }));
    }

    private void addOutput(String name, JsonNode output) {
        if (!resolver.exists(output)) {
            return;
        }
        String value = resolver.text(output.path("Value"));
        deployment.addOutput(template.stack(), name, value);
        if (output.has("Export")) {
            deployment.addExport(resolver.text(output.path("Export").path("Name")), value);
        }
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

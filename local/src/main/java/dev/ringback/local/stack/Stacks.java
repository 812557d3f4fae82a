package dev.ringback.local.stack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates stacks: every resource of a template, by the provider of its type, and then the outputs. */
public final class Stacks {
    private final Deployment deployment;
    private final Map<String, ResourceProvider> providers = new HashMap<>();
    private final Map<String, TemplateRun> created = new LinkedHashMap<>();

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
        TemplateRun run = run(template);
        checkTypes(template, run);
        run.create(type -> Optional.ofNullable(providers.get(type)));
        run.addOutputs();
        created.put(template.stack(), run);
    }

    // Before anything is created, so that a type that cannot be run does not leave half a stack behind.
    private void checkTypes(Template template, TemplateRun run) {
        run.resources().forEach((logicalId, resource) -> {
            String type = TemplateRun.type(resource);
            if (!providers.containsKey(type) && WithoutLocalEffect.reason(type).isEmpty()) {
                throw new StackFailure(template.stack() + ": " + logicalId + " is of type " + type
                        + ", which the local runtime does not know.");
            }
        });
    }

    /**
     * Creates some resources again, as another edition of the templates has them. All others stay as they are.
     *
     * @param provider of the types of these resources
     * @throws StackFailure naming stack and resource
     */
    public void recreate(List<Template> edition, ResourceProvider provider) {
        edition.forEach(template -> again(template)
                .create(type ->
                        Optional.of(provider).filter(found -> found.types().contains(type))));
    }

    /**
     * The resources that another edition of the templates has otherwise than they were created: stack, logical id and
     * type.
     *
     * @param leftOut types of which nothing is said
     */
    public List<String> differences(List<Template> edition, Set<String> leftOut) {
        Differences differences = new Differences();
        created.values().forEach(run -> differences.addBefore(run.byPlace()));
        edition.forEach(template -> differences.addAfter(run(template).byPlace()));
        return differences.places(type ->
                !leftOut.contains(type) && WithoutLocalEffect.reason(type).isEmpty());
    }

    /** A stack that has been created; empty if there is none of this name. */
    public Optional<CreatedStack> find(String name) {
        return Optional.ofNullable(created.get(name))
                .map(run -> new CreatedStack(name, run.template().root(), deployment.outputs(name), run.created()));
    }

    private TemplateRun run(Template template) {
        return new TemplateRun(template, deployment, new Names(template, deployment.account()));
    }

    private TemplateRun again(Template template) {
        return Optional.ofNullable(created.get(template.stack()))
                .map(before ->
                        new TemplateRun(template, deployment, before.names().in(template)))
                .orElseGet(() -> run(template));
    }
}

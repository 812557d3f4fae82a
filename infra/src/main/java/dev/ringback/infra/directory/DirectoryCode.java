package dev.ringback.infra.directory;

import dev.ringback.infra.SynthRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The people directory's schema and its handlers, found and checked before anything is synthesized. */
public record DirectoryCode(Path schema, List<FieldResolver> resolvers, List<PipelineFunction> functions) {
    /** What AppSync runs for one field. */
    private static final int MOST_FUNCTIONS = 10;

    /** Reads the folder {@code graphql}. */
    public static DirectoryCode in(Path folder) {
        Path file = folder.resolve("schema.graphql");
        Schema schema = Schema.read(file);
        List<PipelineFunction> functions = Handlers.in(folder.resolve("functions")).stream()
                .map(PipelineFunction::of)
                .toList();
        List<FieldResolver> resolvers = Handlers.in(folder.resolve("resolvers")).stream()
                .map(FieldResolver::of)
                .toList();
        resolvers.forEach(schema::refuseUnknown);
        schema.refuseUnresolved(resolvers);
        DirectoryCode code = new DirectoryCode(file, resolvers, functions);
        code.checkPipelines();
        return code;
    }

    private void checkPipelines() {
        Set<String> names = functions.stream().map(PipelineFunction::name).collect(Collectors.toSet());
        Set<String> used = resolvers.stream()
                .flatMap(resolver -> resolver.pipeline().stream())
                .collect(Collectors.toSet());
        resolvers.forEach(resolver -> checkPipeline(resolver, names));
        functions.stream()
                .filter(function -> !used.contains(function.name()))
                .findFirst()
                .ifPresent(function -> {
                    throw new SynthRefused("graphql/functions/" + function.name() + ".js is in no pipeline.");
                });
    }

    private static void checkPipeline(FieldResolver resolver, Set<String> names) {
        String label = resolver.handlers().label();
        List<String> pipeline = resolver.pipeline();
        if (pipeline.size() > MOST_FUNCTIONS) {
            throw new SynthRefused(label + " has " + pipeline.size() + " functions in its pipeline; AppSync runs "
                    + MOST_FUNCTIONS + ".");
        }
        pipeline.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new SynthRefused(label + " has the unknown function " + name + " in its pipeline.");
        });
    }
}

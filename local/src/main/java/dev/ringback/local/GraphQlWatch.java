package dev.ringback.local;

import dev.ringback.local.assembly.Assembly;
import dev.ringback.local.reload.Reload;
import dev.ringback.local.reload.Reloadable;
import dev.ringback.local.reload.SynthScript;
import dev.ringback.local.reload.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies at once what changes in the folder of the GraphQL schema and resolvers. */
record GraphQlWatch(Path folder, Watch watch) implements AutoCloseable {
    /** All that synth reads of the folder. */
    private static final List<String> SOURCES = List.of("schema.graphql", "resolvers", "functions");

    private static final Duration LONGEST_SYNTHESIS = Duration.ofMinutes(2);

    /** For what is not in the assembly, changes made while it was synthesized among it. */
    static Optional<GraphQlWatch> of(LocalOptions options, Assembly assembly) throws IOException {
        if (options.watch().isEmpty()) {
            return Optional.empty();
        }
        Path folder = options.watch().get().toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve(SOURCES.getFirst()))) {
            throw new IllegalArgumentException("There is no " + SOURCES.getFirst() + " in " + folder
                    + "; --watch takes the folder of the GraphQL schema.");
        }
        return Optional.of(new GraphQlWatch(folder, new Watch(folder, SOURCES, assembly.synthesized())));
    }

    void start(Reloadable running, Consumer<String> console) {
        SynthScript synthesis = new SynthScript(folder.getParent(), LONGEST_SYNTHESIS);
        watch.start(new Reload(folder.getFileName().toString(), synthesis, running, console), console);
    }

    @Override
    public void close() {
        watch.close();
    }
}

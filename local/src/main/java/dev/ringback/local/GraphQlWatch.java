package dev.ringback.local;

import dev.ringback.local.reload.Reload;
import dev.ringback.local.reload.Reloadable;
import dev.ringback.local.reload.SynthScript;
import dev.ringback.local.reload.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies at once what changes in the folder of the GraphQL schema and resolvers. */
record GraphQlWatch(Path folder, Watch watch) implements AutoCloseable {
    /** All that synth reads of the folder. */
    private static final List<String> SOURCES = List.of("schema.graphql", "resolvers", "functions");

    /** From before the assembly is read, so that no change is lost between. */
    static Optional<GraphQlWatch> of(LocalOptions options) throws IOException {
        if (options.watch().isEmpty()) {
            return Optional.empty();
        }
        Path folder = options.watch().get().toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve(SOURCES.getFirst()))) {
            throw new IllegalArgumentException("There is no " + SOURCES.getFirst() + " in " + folder
                    + "; --watch takes the folder of the GraphQL schema.");
        }
        return Optional.of(new GraphQlWatch(folder, new Watch(folder, SOURCES)));
    }

    void start(Reloadable running, Consumer<String> console) {
        SynthScript synthesis = new SynthScript(folder.getParent());
        watch.start(new Reload(folder.getFileName().toString(), synthesis, running, console), console);
    }

    @Override
    public void close() {
        watch.close();
    }
}

package dev.ringback.local.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.assembly.Assembly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReloadTest {
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {
              "Api": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
                "properties": {"templateFile": "Api.template.json"}, "dependencies": []}}}
            """;

    private final List<String> console = new ArrayList<>();
    private Path assembly;

    /** Applies every change by doing this. */
    private record Applying(Runnable doing) implements Reloadable {
        @Override
        public List<String> beyondReload(Assembly assembly) {
            return List.of();
        }

        @Override
        public boolean reload(Assembly assembly) {
            doing.run();
            return true;
        }
    }

    @Test
    void saysThatAChangeIsApplied() throws Exception {
        apply(() -> {});

        assertThat(console).singleElement().asString().startsWith("graphql changed: a.js; applied in ");
        assertThat(assembly.getParent()).doesNotExist();
    }

    @Test
    void saysWhyAChangeIsNotApplied() throws Exception {
        apply(() -> {
            throw new IllegalStateException("faulty");
        });

        assertThat(console)
                .containsExactly("graphql changed: a.js; not applied, everything runs on as it was:\nfaulty");
    }

    @Test
    void doesNotTakeAFolderThatCannotBeDeletedForAChangeThatIsNotApplied() throws Exception {
        apply(this::deleteWorkFolder);

        assertThat(console.getFirst()).startsWith("graphql changed: a.js; applied in ");
        assertThat(console.getLast()).startsWith("The folder for applying a change could not be made or deleted: ");
    }

    private void apply(Runnable doing) throws InterruptedException {
        new Reload("graphql", this::synthesize, new Applying(doing), console::add).apply(Set.of("a.js"));
    }

    private void synthesize(Path folder) throws IOException {
        assembly = Files.createDirectory(folder);
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        Files.writeString(folder.resolve("Api.template.json"), "{\"Resources\": {}}");
    }

    private void deleteWorkFolder() {
        try {
            Files.delete(assembly.resolve("manifest.json"));
            Files.delete(assembly.resolve("Api.template.json"));
            Files.delete(assembly);
            Files.delete(assembly.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

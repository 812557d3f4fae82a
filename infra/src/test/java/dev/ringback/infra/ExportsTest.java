package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import dev.ringback.infra.calling.CallingStack;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.directory.DirectoryCode;
import dev.ringback.infra.directory.DirectoryStack;
import dev.ringback.infra.environment.EnvironmentFiles;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.BuiltFunctions;
import dev.ringback.infra.identity.IdentityStack;
import dev.ringback.infra.push.PushStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** What a stack exports does not depend on who reads it, so that it can be deployed before a stack that reads it no more. */
class ExportsTest {
    @TempDir
    private Path root;

    private RepositoryRoot repository;
    private Settings settings;
    private App app;

    @BeforeEach
    void makeRepository() throws IOException {
        ThrowAwayRepository.in(root);
        repository = new RepositoryRoot(root);
        settings = new EnvironmentFiles(repository.environments()).read("full");
        app = new App(RingbackApp.properties(repository, Map.of())
                .outdir(root.resolve("out").toString())
                .build());
    }

    @Test
    void identityAndDataExportTheSameWithoutReaders(@Synthesized("full") Assembly full) {
        new IdentityStack(app, settings);
        new DataStack(app, settings);
        exportWhatTheyDoIn(full, "Identity", "Data");
    }

    @Test
    void directoryAndPushExportTheSameWithoutReaders(@Synthesized("full") Assembly full) {
        IdentityStack identity = new IdentityStack(app, settings);
        DataStack data = new DataStack(app, settings);
        DirectoryCode code = DirectoryCode.in(repository.graphql());
        new DirectoryStack(app, new DirectoryStack.Props(settings, identity, data, code));
        new PushStack(app, settings, data, functions().pushNotifier());
        exportWhatTheyDoIn(full, "Directory", "Push");
    }

    @Test
    void callingExportsTheSameWithoutReaders(@Synthesized("full") Assembly full) {
        IdentityStack identity = new IdentityStack(app, settings);
        DataStack data = new DataStack(app, settings);
        DirectoryCode code = DirectoryCode.in(repository.graphql());
        DirectoryStack directory = new DirectoryStack(app, new DirectoryStack.Props(settings, identity, data, code));
        PushStack push = new PushStack(app, settings, data, functions().pushNotifier());
        new CallingStack(
                app, new CallingStack.Props(settings, identity, data, directory, push.pushNotifier(), functions()));
        exportWhatTheyDoIn(full, "Calling");
    }

    private BuiltFunctions functions() {
        return BuiltFunctions.below(repository.folder());
    }

    private void exportWhatTheyDoIn(Assembly full, String... stacks) {
        app.synth();
        Assembly alone = new Assembly("full", root.resolve("out"));
        assertThat(Stream.of(stacks))
                .allSatisfy(
                        stack -> assertThat(exports(alone, stack)).isNotEmpty().containsAll(exports(full, stack)));
    }

    private static Set<String> exports(Assembly assembly, String stack) {
        Set<String> names = new TreeSet<>();
        assembly.template(stack)
                .json()
                .path("Outputs")
                .forEach(output -> names.add(output.at("/Export/Name").asText()));
        names.remove("");
        return names;
    }
}

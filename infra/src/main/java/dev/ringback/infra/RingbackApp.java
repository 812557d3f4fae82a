package dev.ringback.infra;

import dev.ringback.infra.directory.DirectoryCode;
import dev.ringback.infra.environment.EnvironmentFiles;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.BuiltFunctions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Entry to the stacks: for the CDK CLI without arguments, on its own with {@code ENVIRONMENT OUTDIR}. */
public final class RingbackApp {
    static final String STRICT = "@aws-cdk/core:strictCfnValidateErrors";

    private RingbackApp() {}

    public static void main(String... arguments) {
        try {
            RepositoryRoot root = RepositoryRoot.above(Path.of(""));
            switch (arguments.length) {
                case 0 -> synthesizeForCli(root);
                case 2 -> synthesize(root.folder(), arguments[0], Path.of(arguments[1]));
                default -> throw new SynthRefused("Arguments: ENVIRONMENT OUTDIR, or none under the CDK CLI.");
            }
        } catch (SynthRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Writes the whole cloud assembly of one environment, as {@code cdk synth --strict} would; no CLI, no network. */
    public static void synthesize(Path root, String environment, Path outdir) {
        RepositoryRoot repository = new RepositoryRoot(root.toAbsolutePath().normalize());
        Settings settings = new EnvironmentFiles(repository.environments()).read(environment);
        BuiltFunctions functions = BuiltFunctions.below(repository.folder());
        DirectoryCode directory = DirectoryCode.in(repository.graphql());
        AppProps.Builder properties =
                properties(repository, Map.of(STRICT, true)).outdir(outdir.toString());
        App app = new App(properties.build());
        Ringback.in(app, functions, directory, settings);
        try {
            app.synth();
        } catch (RuntimeException e) {
            throw findings(e, outdir);
        }
    }

    private static void synthesizeForCli(RepositoryRoot root) {
        App app = new App(properties(root, Map.of()).build());
        EnvironmentFiles files = new EnvironmentFiles(root.environments());
        Object chosen = app.getNode().tryGetContext("env");
        if (chosen == null) {
            throw files.noneChosen();
        }
        Settings settings = files.read(chosen.toString());
        Ringback.in(app, BuiltFunctions.below(root.folder()), DirectoryCode.in(root.graphql()), settings);
        app.synth();
    }

    static AppProps.Builder properties(RepositoryRoot root, Map<String, Object> context) {
        Map<String, Object> decided = new HashMap<>(context);
        // These traces hold paths of one run, which would make every assembly differ from the last.
        decided.put("aws:cdk:disable-creation-stack-traces", true);
        return AppProps.builder()
                .context(root.cdkContext())
                .postCliContext(decided)
                // Nothing is written unless all of it could be built.
                .autoSynth(false)
                .analyticsReporting(false)
                .treeMetadata(false)
                .stackTraces(false);
    }

    // CDK has printed the findings by then; what it throws adds the inside of its runtime.
    private static RuntimeException findings(RuntimeException thrown, Path outdir) {
        boolean validation = String.valueOf(thrown.getMessage()).startsWith("ValidationFailed");
        return validation
                ? new SynthRefused("The templates have findings; they are above and in "
                        + outdir.resolve("validation-report.json") + ".")
                : thrown;
    }
}

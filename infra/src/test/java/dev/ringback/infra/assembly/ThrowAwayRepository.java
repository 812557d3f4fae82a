package dev.ringback.infra.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A repository with real feature flags, environments, GraphQL and manifests of the actions of call-api, two environments for tests, and functions that hold no
 * code.
 */
public record ThrowAwayRepository(Path root) {
    private static final String OWN = "\"own\"";
    private static final Path REAL_ROOT = Path.of("..").toAbsolutePath().normalize();

    public static ThrowAwayRepository in(Path root) throws IOException {
        Files.copy(REAL_ROOT.resolve("cdk.json"), root.resolve("cdk.json"));
        Path environments = Files.createDirectory(root.resolve("environments"));
        copyAll(".json", REAL_ROOT.resolve("environments"), environments);
        copyAll(".json", Path.of("src/test/resources/environments"), environments);
        copyAll(
                ".json",
                REAL_ROOT.resolve("environments/schema"),
                Files.createDirectory(environments.resolve("schema")));
        copyGraphql(root.resolve("graphql"));
        ThrowAwayRepository repository = new ThrowAwayRepository(root);
        repository.copyActions(manifest -> !manifest.contains(OWN));
        repository.writeCode("call-api", "some code");
        repository.writeCode("push-notifier", "some other code");
        repository.writeCode("call-keeper", "some code of its own");
        repository.writeCode("call-events", "yet other code");
        return repository;
    }

    /** The environments that the project itself ships. */
    public static List<String> realEnvironments() throws IOException {
        try (Stream<Path> files = Files.list(REAL_ROOT.resolve("environments"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    /** An action's module as far as synth looks at it. */
    public void writeAction(String module, String manifest) throws IOException {
        Path folder = Files.createDirectories(root.resolve("lambdas/actions/" + module));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("action.json"), manifest);
        if (manifest.contains(OWN)) {
            writeCode("actions/" + module, "code of " + module);
        }
    }

    public void writeCode(String module, String code) throws IOException {
        Path lib = Files.createDirectories(root.resolve("lambdas/" + module + "/target/function/lib"));
        Files.writeString(lib.resolve(Path.of(module).getFileName() + "-1.0.jar"), code);
    }

    /** Adds the real actions that ask for functions of their own; the others are there already. */
    public ThrowAwayRepository withOwnFunctions() throws IOException {
        copyActions(manifest -> manifest.contains(OWN));
        return this;
    }

    private void copyActions(Predicate<String> wanted) throws IOException {
        try (Stream<Path> modules = Files.list(REAL_ROOT.resolve("lambdas/actions"))) {
            for (Path module : modules.filter(folder -> Files.exists(folder.resolve("action.json")))
                    .toList()) {
                String manifest = Files.readString(module.resolve("action.json"));
                if (wanted.test(manifest)) {
                    writeAction(module.getFileName().toString(), manifest);
                }
            }
        }
    }

    private static void copyGraphql(Path to) throws IOException {
        Path from = REAL_ROOT.resolve("graphql");
        copyAll(".graphql", from, Files.createDirectory(to));
        for (String handlers : List.of("resolvers", "functions")) {
            copyAll(".js", from.resolve(handlers), Files.createDirectory(to.resolve(handlers)));
        }
    }

    private static void copyAll(String suffix, Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}

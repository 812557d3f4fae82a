package dev.ringback.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands of the operator as {@code ./ringback} does, in processes of their own. */
final class Operator {
    private static final long PATIENCE_SECONDS = 60;

    private final Path project;
    private final Path folder;

    private Operator(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    /** In a folder of his own, which looks like the project's while this backend runs. */
    static Operator of(Backend backend, Path project) throws IOException {
        Path folder = Backend.folder("operator").toAbsolutePath();
        Files.createDirectories(folder.resolve("environments"));
        Files.createDirectories(folder.resolve(".ringback"));
        Files.copy(project.resolve("environments/local.json"), folder.resolve("environments/local.json"));
        Files.copy(
                backend.endpointsFile(),
                folder.resolve(".ringback/endpoints.json"),
                StandardCopyOption.REPLACE_EXISTING);
        return new Operator(project, folder);
    }

    record Result(int exitCode, String output) {
        List<String> lines() {
            return output.lines().toList();
        }
    }

    Result run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + project.resolve("operations/target/operations.args")));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end: " + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}

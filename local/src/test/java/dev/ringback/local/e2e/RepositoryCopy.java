package dev.ringback.local.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The repository as it is, with what is built of the functions, in a folder of its own where a test may change it. */
record RepositoryCopy(Path root) {
    private static final Set<String> PARTS = Set.of(
            ".mvn",
            "cdk.json",
            "docs",
            "environments",
            "graphql",
            "infra",
            "lambdas",
            "mvnw",
            "openapi",
            "pom.xml",
            "ringback");
    /** Modules that the root's POM names, of which nothing but their POMs is needed. */
    private static final Set<String> POMS = Set.of("appsync-js", "appsync-schema", "local", "operations");

    static RepositoryCopy make() throws IOException {
        RepositoryCopy copy = new RepositoryCopy(Backend.folder("repository").toAbsolutePath());
        for (String part : PARTS) {
            copy.add(part);
        }
        for (String module : POMS) {
            copy.add(module + "/pom.xml");
        }
        return copy;
    }

    /** Runs a command in it. */
    Run run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, root.resolve(words.getFirst()).toString());
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** @param output its errors too */
    record Run(int exitCode, String output) {}

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** Puts one text in place of another, which must be there. */
    void edit(String file, String instead, String of) throws IOException {
        String text = read(file);
        if (!text.contains(instead)) {
            throw new AssertionError(file + " does not contain " + instead);
        }
        Files.writeString(root.resolve(file), text.replace(instead, of));
    }

    private void add(String part) throws IOException {
        Path from = Backend.ROOT.resolve(part);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("node_modules") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = root.resolve(Backend.ROOT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

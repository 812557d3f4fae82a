package dev.ringback.infra.assembly;

import dev.ringback.infra.RingbackApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one test run has synthesized, each environment once; removed from disk at its end. */
public final class Assemblies implements AutoCloseable {
    private final Path root;
    private final Map<String, Assembly> byEnvironment = new ConcurrentHashMap<>();

    Assemblies() {
        try {
            root = Files.createTempDirectory("ringback-infra");
            ThrowAwayRepository.in(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Assembly of(String environment) {
        return byEnvironment.computeIfAbsent(environment, name -> {
            Path outdir = root.resolve("cdk.out").resolve(name);
            RingbackApp.synthesize(root, name, outdir);
            return new Assembly(name, outdir);
        });
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

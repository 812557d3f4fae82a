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
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Synthesizes each environment once in a test run. */
final class Synthesis implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Synthesized.class);
    }

    @Override
    public Assembly resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String environment =
                parameter.findAnnotation(Synthesized.class).orElseThrow().value();
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Synthesis.class))
                .computeIfAbsent(Assemblies.class, key -> new Assemblies(), Assemblies.class)
                .of(environment);
    }

    /** What one test run has synthesized; removed from disk at its end. */
    private static final class Assemblies implements AutoCloseable {
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

        Assembly of(String environment) {
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
}

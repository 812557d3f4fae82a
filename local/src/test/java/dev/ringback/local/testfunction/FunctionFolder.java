package dev.ringback.local.testfunction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes a folder in the layout of Lambda's zip files that holds the functions of this package. */
public final class FunctionFolder {
    private static final List<Class<?>> HANDLERS = List.of(
            TestHandler.class, BrokenHandler.class, PrimedHandler.class, TableHandler.class, RelayHandler.class);

    private FunctionFolder() {}

    public static Path in(Path parent) {
        try {
            Path lib = Files.createDirectories(parent.resolve("lib"));
            try (OutputStream file = Files.newOutputStream(lib.resolve("function.jar"));
                    JarOutputStream jar = new JarOutputStream(file)) {
                for (Class<?> handler : HANDLERS) {
                    add(handler, jar);
                }
            }
            return parent;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void add(Class<?> handler, JarOutputStream jar) throws IOException {
        String name = handler.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = FunctionFolder.class.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(jar);
        }
        jar.closeEntry();
    }
}

package dev.ringback.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Java classes for the native part of AWS's runtime interface client, which it has for Linux alone. */
final class PortableClient {
    private static final List<String> CLASSES = List.of(
            "com/amazonaws/services/lambda/runtime/api/client/runtimeapi/NativeClient.class",
            "com/amazonaws/services/lambda/crac/DNSManager.class");

    private PortableClient() {}

    /** @return what goes on the class path before the jar that has classes of the same names */
    static Path unpack(Path folder) throws IOException {
        Path classes = folder.resolve("portable-client");
        URL here = RuntimeJars.location(PortableClient.class).toUri().toURL();
        // Without a parent, so that the classes of this project are found and not those of the jar.
        try (URLClassLoader own = new URLClassLoader(new URL[] {here}, null)) {
            for (String name : CLASSES) {
                Path file = classes.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream in = own.getResourceAsStream(name)) {
                    Files.write(file, in.readAllBytes());
                }
            }
        }
        return classes;
    }
}

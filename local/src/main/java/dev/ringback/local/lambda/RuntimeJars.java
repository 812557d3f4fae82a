package dev.ringback.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** AWS's runtime interface client: the jars that Lambda's Java runtime has on its class path, and their native part. */
final class RuntimeJars {
    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final List<Class<?>> PARTS =
            List.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class);

    private final String classPath;
    private final Optional<Path> nativeLibrary;

    private RuntimeJars(String classPath, Optional<Path> nativeLibrary) {
        this.classPath = classPath;
        this.nativeLibrary = nativeLibrary;
    }

    /** @param folder where files can be unpacked that are needed as long as functions run */
    static RuntimeJars unpack(Path folder) throws IOException {
        Optional<String> library = nativeLibraryName();
        if (library.isEmpty()) {
            return portable(folder);
        }
        Path file = folder.resolve("libaws-lambda-jni.so");
        try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + library.get())) {
            Files.write(file, in.readAllBytes());
        }
        return new RuntimeJars(jars(), Optional.of(file));
    }

    /** For machines that the client has no native part for. */
    static RuntimeJars portable(Path folder) throws IOException {
        return new RuntimeJars(PortableClient.unpack(folder) + File.pathSeparator + jars(), Optional.empty());
    }

    private static String jars() {
        return PARTS.stream()
                .map(RuntimeJars::location)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    // Left to itself the client unpacks it to one fixed place, where functions that start at once overwrite each
    // other's.
    private static Optional<String> nativeLibraryName() {
        String architecture = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch_64";
            default -> "";
        };
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || architecture.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("libaws-lambda-jni." + (isMusl() ? "linux_musl-" : "linux-") + architecture + ".so");
    }

    private static boolean isMusl() {
        try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
            return libraries.anyMatch(
                    library -> library.getFileName().toString().startsWith("ld-musl"));
        } catch (IOException e) {
            return false;
        }
    }

    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<String> arguments() {
        return Stream.concat(
                nativeLibrary.map(library -> "-D" + NATIVE_PROPERTY + "=" + library).stream(),
                Stream.of("-cp", classPath, AWSLambda.class.getName()));
    }
}

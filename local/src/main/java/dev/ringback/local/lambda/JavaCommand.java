package dev.ringback.local.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command that starts a function: this JVM's Java with the flags that Lambda gives its own. */
final class JavaCommand {
    // Lambda leaves the rest of the memory to the JVM itself.
    private static final double HEAP_SHARE = 0.85;

    private final RuntimeJars jars;

    JavaCommand(RuntimeJars jars) {
        this.jars = jars;
    }

    List<String> of(FunctionSpec spec) {
        Stream<String> flags = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (int) (spec.memoryMb() * HEAP_SHARE) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                // The client itself reaches for it; Java 25 would warn of that in every function's log.
                "--sun-misc-unsafe-memory-access=allow");
        return Stream.concat(flags, Stream.concat(jars.arguments(), Stream.of(spec.handler())))
                .toList();
    }
}

package dev.ringback.infra.function;

import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built code of one Lambda module: a folder in Lambda's own zip layout, every jar under {@code lib}. */
public record FunctionCode(Path folder) {
    private static final Pattern JAR = Pattern.compile("(.+)-(\\d[^-]*(?:-[A-Za-z][^-]*)*)\\.jar");

    /** Finds and checks what a module's build left behind. */
    public static FunctionCode of(Path root, String module) {
        Path folder = root.resolve(module).resolve("target/function");
        List<String> jars = jars(folder.resolve("lib"));
        if (jars.isEmpty()) {
            throw new SynthRefused(module + " is not built; run ./ringback build.");
        }
        versions(jars).forEach((artifact, versions) -> {
            if (versions.size() > 1) {
                throw new SynthRefused(module + "/target/function/lib holds " + artifact + " in versions "
                        + String.join(" and ", versions) + "; align them in the POM and run ./ringback build.");
            }
        });
        return new FunctionCode(folder);
    }

    private static List<String> jars(Path lib) {
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        } catch (IOException e) {
            throw new SynthRefused(lib + " cannot be read.");
        }
    }

    private static Map<String, TreeSet<String>> versions(List<String> jars) {
        return jars.stream()
                .map(JAR::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.groupingBy(
                        jar -> jar.group(1),
                        TreeMap::new,
                        Collectors.mapping(jar -> jar.group(2), Collectors.toCollection(TreeSet::new))));
    }
}

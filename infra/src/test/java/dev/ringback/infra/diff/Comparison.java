package dev.ringback.infra.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two sets of templates, alike until a test changes one, compared as {@code ./ringback diff} does. */
final class Comparison {
    private final Path folder;
    private final Map<String, ObjectNode> deployed;
    private final Map<String, ObjectNode> synthesized;

    Comparison(Path folder, Assembly assembly) {
        this.folder = folder;
        deployed = copies(assembly);
        synthesized = copies(assembly);
    }

    record Result(int exitCode, String output) {
        List<String> findings() {
            return output.lines()
                    .filter(line -> line.startsWith("! "))
                    .map(line -> line.substring(2))
                    .toList();
        }
    }

    Map<String, ObjectNode> deployed() {
        return deployed;
    }

    Map<String, ObjectNode> synthesized() {
        return synthesized;
    }

    ObjectNode resources(String stack) {
        return (ObjectNode) synthesized.get(stack).path("Resources");
    }

    ObjectNode properties(String stack, String id) {
        return (ObjectNode) resources(stack).path(id).path("Properties");
    }

    Result run() throws Exception {
        return run(write("deployed", deployed), write("synthesized", synthesized));
    }

    static Result run(Path deployed, Path synthesized) throws Exception {
        Process process = new ProcessBuilder("node", "diff/main.mjs", deployed.toString(), synthesized.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Path write(String name, Map<String, ObjectNode> templates) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        templates.forEach((stack, template) -> {
            try {
                new ObjectMapper()
                        .writeValue(target.resolve(stack + ".template.json").toFile(), template);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return target;
    }

    private static Map<String, ObjectNode> copies(Assembly assembly) {
        return assembly.templates().stream()
                .collect(Collectors.toMap(
                        StackTemplate::name, template -> template.json().deepCopy()));
    }
}

package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The local environment's stacks with other values in their functions' environments, so that tests need not wait. */
final class EditedAssembly {
    private EditedAssembly() {}

    /** @param variables of any function; each must be there */
    static Path with(Map<String, String> variables) throws Exception {
        Path assembly = Backend.synthesize();
        int set = 0;
        for (Path file : templates(assembly)) {
            JsonNode template = Http.JSON.readTree(file.toFile());
            for (JsonNode environment : template.findValues("Variables")) {
                for (Map.Entry<String, String> variable : variables.entrySet()) {
                    if (environment.has(variable.getKey())) {
                        ((ObjectNode) environment).put(variable.getKey(), variable.getValue());
                        set++;
                    }
                }
            }
            Files.writeString(file, template.toString());
        }
        if (set < variables.size()) {
            throw new AssertionError("not all there: " + variables);
        }
        return assembly;
    }

    static List<Path> templates(Path assembly) throws Exception {
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(path -> path.toString().endsWith(".template.json"))
                    .toList();
        }
    }
}

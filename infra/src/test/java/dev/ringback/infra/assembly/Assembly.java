package dev.ringback.infra.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A synthesized cloud assembly on disk. */
public record Assembly(String environment, Path folder) {

    public StackTemplate template(String stack) {
        return new StackTemplate(stack, json("ringback-" + environment + "-" + stack + ".template.json"));
    }

    /** Those of every stack there is. */
    public List<StackTemplate> templates() {
        String prefix = "ringback-" + environment + "-";
        String suffix = ".template.json";
        return documents().entrySet().stream()
                .filter(file -> file.getKey().endsWith(suffix))
                .map(file -> new StackTemplate(
                        file.getKey().substring(prefix.length(), file.getKey().length() - suffix.length()),
                        file.getValue()))
                .toList();
    }

    public JsonNode manifestOf(String stack) {
        return json("manifest.json").path("artifacts").path("ringback-" + environment + "-" + stack);
    }

    /** Every JSON file of the assembly; code is not among them. */
    public Map<String, JsonNode> documents() {
        Map<String, JsonNode> documents = new TreeMap<>();
        files().keySet().stream()
                .filter(file -> file.endsWith(".json"))
                .forEach(file -> documents.put(file, json(file)));
        return documents;
    }

    /** Every file by its path, to compare two assemblies byte by byte. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

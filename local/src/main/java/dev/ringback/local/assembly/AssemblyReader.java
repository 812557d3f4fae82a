package dev.ringback.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code manifest.json} and what it names. */
final class AssemblyReader {
    private static final String STACK = "aws:cloudformation:stack";
    private static final String ASSETS = "cdk:asset-manifest";
    private static final String ENVIRONMENT = "aws://";

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final Map<String, JsonNode> artifacts = new LinkedHashMap<>();
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Map<String, Path> assets = new HashMap<>();

    AssemblyReader(Path folder) {
        this.folder = folder;
    }

    Assembly read() {
        Path manifest = folder.resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            throw new AssemblyException("There is no cloud assembly in " + folder + "; synthesize it first.");
        }
        read(manifest)
                .path("artifacts")
                .properties()
                .forEach(artifact -> artifacts.put(artifact.getKey(), artifact.getValue()));
        artifacts.forEach((id, artifact) -> {
            order(id);
            readAssets(artifact);
        });
        List<JsonNode> stacks = ordered.stream()
                .map(artifacts::get)
                .filter(artifact -> artifact.path("type").asText().equals(STACK))
                .toList();
        if (stacks.isEmpty()) {
            throw new AssemblyException("The cloud assembly in " + folder + " holds no stack.");
        }
        return new Assembly(account(stacks), templates(stacks), new Assets(Map.copyOf(assets)), time(manifest));
    }

    private static FileTime time(Path manifest) {
        try {
            return Files.getLastModifiedTime(manifest);
        } catch (IOException e) {
            throw new AssemblyException(manifest + " cannot be read: " + e.getMessage());
        }
    }

    private void order(String id) {
        JsonNode artifact = artifacts.get(id);
        if (artifact == null || ordered.contains(id)) {
            return;
        }
        if (artifact.path("type").asText().equals("cdk:cloud-assembly")) {
            throw new AssemblyException("The cloud assembly in " + folder + " holds another, " + id
                    + "; the local runtime runs the stacks of one.");
        }
        artifact.path("dependencies").forEach(dependency -> order(dependency.asText()));
        ordered.add(id);
    }

    private List<Template> templates(List<JsonNode> stacks) {
        List<Template> templates = new ArrayList<>();
        for (JsonNode stack : stacks) {
            JsonNode properties = stack.path("properties");
            Path file = folder.resolve(properties.path("templateFile").asText());
            String name = properties
                    .path("stackName")
                    .asText(file.getFileName().toString().replace(".template.json", ""));
            templates.add(new Template(name, read(file)));
        }
        return List.copyOf(templates);
    }

    private void readAssets(JsonNode artifact) {
        if (artifact.path("type").asText().equals(ASSETS)) {
            Path file = folder.resolve(artifact.path("properties").path("file").asText());
            read(file).path("files").forEach(this::readAsset);
        }
    }

    private void readAsset(JsonNode asset) {
        Path source = folder.resolve(asset.path("source").path("path").asText()).normalize();
        asset.path("destinations")
                .forEach(destination -> assets.put(destination.path("objectKey").asText(), source));
    }

    private static Account account(List<JsonNode> stacks) {
        Set<Account> accounts = new LinkedHashSet<>();
        stacks.forEach(stack -> accounts.add(account(stack.path("environment").asText())));
        if (accounts.size() > 1) {
            throw new AssemblyException("The stacks are for several accounts or regions: " + accounts + ".");
        }
        return accounts.iterator().next();
    }

    /** @param environment {@code aws://account/region}, where either may be unknown */
    private static Account account(String environment) {
        if (!environment.startsWith(ENVIRONMENT)) {
            return Account.DEFAULT;
        }
        String[] parts = environment.substring(ENVIRONMENT.length()).split("/");
        String id = parts[0].startsWith("unknown") ? Account.DEFAULT.id() : parts[0];
        boolean named = parts.length > 1 && !parts[1].startsWith("unknown");
        return new Account(id, named ? parts[1] : Account.DEFAULT.region());
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssemblyException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}

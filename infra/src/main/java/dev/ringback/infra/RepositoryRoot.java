package dev.ringback.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that holds {@code cdk.json}; everything synth reads lies below it. */
record RepositoryRoot(Path folder) {
    private static final String CDK_JSON = "cdk.json";

    static RepositoryRoot above(Path start) {
        return Stream.iterate(start.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve(CDK_JSON)))
                .findFirst()
                .map(RepositoryRoot::new)
                .orElseThrow(() -> new SynthRefused("No cdk.json in " + start + " or a folder above it."));
    }

    /** Feature flags, so that a synth without the CDK CLI gives the same templates as one with it. */
    Map<String, Object> cdkContext() {
        Path file = folder.resolve(CDK_JSON);
        try {
            JsonNode context = new ObjectMapper().readTree(file.toFile()).path("context");
            return new ObjectMapper().convertValue(context, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new SynthRefused(file + " cannot be read as JSON.");
        }
    }

    Path environments() {
        return folder.resolve("environments");
    }

    Path graphql() {
        return folder.resolve("graphql");
    }
}

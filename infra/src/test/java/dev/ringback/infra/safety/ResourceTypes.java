package dev.ringback.infra.safety;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people have judged each type of resource to be; {@code ./ringback diff} goes by it too.
 *
 * @param data what cannot be made again, with the properties that CloudFormation cannot change in place
 * @param identity what apps, users or messages depend on being the same one, with such properties
 * @param replaceable what a deployment may make anew
 */
record ResourceTypes(
        Map<String, List<String>> data, Map<String, List<String>> identity, Set<String> logs, Set<String> replaceable) {

    static ResourceTypes judged() {
        return read(Path.of("../infra/resource-types.json"), new TypeReference<>() {});
    }

    static <T> T read(Path file, TypeReference<T> type) {
        try {
            return new ObjectMapper().readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isStateful(String type) {
        return data.containsKey(type) || identity.containsKey(type);
    }

    boolean isKept(String type) {
        return data.containsKey(type) || logs.contains(type);
    }

    boolean isJudged(String type) {
        return isStateful(type) || logs.contains(type) || replaceable.contains(type);
    }

    List<String> fixedProperties(String type) {
        return data.getOrDefault(type, identity.getOrDefault(type, List.of()));
    }

    /** Fails on a type that nobody has judged: it might hold data. */
    Guard noneUnjudged() {
        return templates -> Placed.in(templates)
                .filter(resource -> !isJudged(resource.type()))
                .map(resource -> resource.name() + " has a type that infra/resource-types.json does not judge.")
                .toList();
    }
}

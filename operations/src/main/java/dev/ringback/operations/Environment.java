package dev.ringback.operations;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code environments/<name>.json} says of a backend.
 *
 * @param channels ways to reach phones that are configured
 * @param deepLink what an incoming call opens in the app
 */
public record Environment(String name, Optional<String> region, SequencedSet<String> channels, String deepLink) {
    private static final String LOCAL = "local";
    private static final String ENDING = ".json";

    /** Whether it runs on this machine. */
    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    /** @throws NotPossible if there is none of this name, or its file cannot be read */
    static Environment read(Path root, String name) {
        Path folder = root.resolve("environments");
        Path file = folder.resolve(name + ENDING).normalize();
        if (!folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
            throw new NotPossible("name one of these environments: " + known(folder));
        }
        try {
            JsonNode settings = new ObjectMapper().readTree(Files.readString(file));
            SequencedSet<String> channels = new LinkedHashSet<>();
            settings.at("/push/channels").fieldNames().forEachRemaining(channels::add);
            return new Environment(
                    name,
                    Optional.ofNullable(settings.path("region").textValue()),
                    channels,
                    settings.at("/push/deepLink").asText());
        } catch (JacksonException e) {
            throw new NotPossible(file + " is not JSON.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String known(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

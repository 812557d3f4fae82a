package dev.ringback.operations;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code environments/<name>.json} says of a backend.
 *
 * @param channels ways to reach phones that are configured, with their credentials
 * @param deepLink what an incoming call opens in the app
 */
public record Environment(
        String name, Optional<String> region, SequencedMap<String, PushSecret> channels, String deepLink) {
    private static final String LOCAL = "local";
    private static final String ENDING = ".json";

    /**
     * Where a channel's credentials are in Secrets Manager.
     *
     * @param name or ARN
     * @param version its id; empty for the current one
     */
    public record PushSecret(String name, Optional<String> version) {}

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
            return new Environment(
                    name,
                    Optional.ofNullable(settings.path("region").textValue()),
                    channels(settings.at("/push/channels")),
                    settings.at("/push/deepLink").asText());
        } catch (JacksonException e) {
            throw new NotPossible(file + " is not JSON.");
        } catch (IOException e) {
            throw new NotPossible(file + " cannot be read.");
        }
    }

    private static SequencedMap<String, PushSecret> channels(JsonNode settings) {
        SequencedMap<String, PushSecret> channels = new LinkedHashMap<>();
        settings.properties()
                .forEach(channel -> channels.put(
                        channel.getKey(),
                        new PushSecret(
                                channel.getValue().path("secret").asText(),
                                Optional.ofNullable(
                                        channel.getValue().path("version").textValue()))));
        return channels;
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

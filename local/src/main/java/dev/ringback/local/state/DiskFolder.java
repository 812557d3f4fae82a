package dev.ringback.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps one JSON file a name. */
public final class DiskFolder implements StateFolder {
    private final Path root;
    private final ObjectMapper json = new ObjectMapper();

    public DiskFolder(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    @Override
    public Optional<JsonNode> read(String name) {
        try {
            Path file = file(name);
            return Files.exists(file) ? Optional.of(json.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void write(String name, JsonNode state) {
        try {
            Path unfinished = Files.createTempFile(root, name, ".tmp");
            json.writeValue(unfinished.toFile(), state);
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> folder(String name) {
        try {
            return Optional.of(Files.createDirectories(root.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return root.resolve(name + ".json");
    }
}

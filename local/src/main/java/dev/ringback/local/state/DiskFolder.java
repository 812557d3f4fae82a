package dev.ringback.local.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps one JSON file a name, for one runtime at a time. */
public final class DiskFolder implements StateFolder, AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path root;
    private final ObjectMapper json = new ObjectMapper();
    private final FileChannel lock;

    /** @throws IllegalStateException when another runtime uses the folder: each would overwrite the other's users */
    public DiskFolder(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        lock = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked()) {
            lock.close();
            throw new IllegalStateException(root + " is in use by another runtime; choose another folder with --data.");
        }
    }

    private boolean locked() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
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

package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a pool's state in a file, if there is a folder for it. */
final class PoolFile {
    private final Optional<Path> file;
    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    PoolFile(Optional<Path> folder, String poolId) {
        this.file = folder.map(path -> path.resolve(poolId + ".json"));
    }

    Optional<PoolState> load() {
        return file.filter(Files::exists).map(this::read);
    }

    private PoolState read(Path path) {
        try {
            return json.readValue(path.toFile(), PoolState.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the user pool in " + path, e);
        }
    }

    void save(Supplier<PoolState> state) {
        file.ifPresent(path -> write(path, state.get()));
    }

    private void write(Path path, PoolState state) {
        try {
            Files.createDirectories(path.getParent());
            // A temporary file is its owner's alone, and so is what it is moved to: it holds private keys.
            Path temporary = Files.createTempFile(path.getParent(), "pool", ".tmp");
            json.writeValue(temporary.toFile(), state);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the user pool to " + path, e);
        }
    }
}

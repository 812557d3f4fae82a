package dev.ringback.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells other programs where things are, as long as they are there. */
final class EndpointsFile implements AutoCloseable {
    private final Path file;
    private String written = "";
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    EndpointsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    void write(Endpoints endpoints) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), "endpoints", ".tmp");
        written = json.writeValueAsString(endpoints) + "\n";
        Files.writeString(unfinished, written);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        // Another runtime, started later, may have put its own addresses there.
        if (Files.exists(file) && Files.readString(file).equals(written)) {
            Files.delete(file);
        }
    }
}

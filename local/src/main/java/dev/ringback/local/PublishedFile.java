package dev.ringback.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file for other programs that is there as long as the runtime is. */
final class PublishedFile implements AutoCloseable {
    private final Path file;
    private String written = "";

    PublishedFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        written = text;
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public void close() throws IOException {
        // Another runtime, started later, may have put its own there.
        if (Files.exists(file) && Files.readString(file).equals(written)) {
            Files.delete(file);
        }
    }
}

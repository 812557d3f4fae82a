package dev.ringback.local.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Takes the console's lines into a file: quiet, and searchable by tests. */
record Console(Path folder) implements Consumer<String> {
    static final String FILE = "console.log";

    @Override
    public synchronized void accept(String line) {
        try {
            Files.writeString(folder.resolve(FILE), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

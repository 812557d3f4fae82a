package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at files again and again, and says on the console when that begins to fail. */
final class Looks {
    private final Path root;
    private final List<String> parts;
    private final Consumer<String> console;
    private boolean failing;

    Looks(Path root, List<String> parts, Consumer<String> console) {
        this.root = root;
        this.parts = parts;
        this.console = console;
    }

    /** The files as they are now; empty if they cannot be read. */
    Optional<Snapshot> next() {
        try {
            Snapshot seen = Snapshot.of(root, parts);
            failing = false;
            return Optional.of(seen);
        } catch (IOException unreadable) {
            if (!failing) {
                console.accept("Changes in " + root + " are not noticed as long as this fails: " + unreadable);
            }
            failing = true;
            return Optional.empty();
        }
    }
}

package dev.ringback.local.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Notices that files change, once they have stopped changing.
 *
 * <p>It looks again and again: there are few files, and what an operating system tells of changes differs by system and
 * does not reach into containers.
 */
public final class Watch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Path root;
    private final List<String> parts;
    private final Snapshot first;
    private Thread thread = new Thread();

    /**
     * Takes note of the files as they are.
     *
     * @param parts files and folders in the root
     */
    public Watch(Path root, List<String> parts) throws IOException {
        this.root = root;
        this.parts = parts;
        this.first = Snapshot.of(root, parts);
    }

    /** Applies what has changed since, and goes on doing so. */
    public void start(Reload reload, Consumer<String> console) {
        thread = Thread.ofVirtual().name("watch").start(() -> {
            try {
                run(reload);
            } catch (InterruptedException closed) {
                // Nothing is watched any more.
            } catch (IOException | UncheckedIOException e) {
                console.accept("Changes in " + root + " are no longer noticed: " + e.getMessage());
            }
        });
    }

    private void run(Reload reload) throws IOException, InterruptedException {
        Snapshot applied = first;
        while (true) {
            Snapshot settled = settled(applied);
            reload.apply(applied.differences(settled));
            applied = settled;
        }
    }

    private Snapshot settled(Snapshot applied) throws IOException, InterruptedException {
        Snapshot last = applied;
        while (true) {
            Thread.sleep(PAUSE);
            Snapshot next = Snapshot.of(root, parts);
            if (next.equals(last) && !next.equals(applied)) {
                return next;
            }
            last = next;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

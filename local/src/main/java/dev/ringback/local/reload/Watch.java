package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
     * @param applied files changed since count as changed at once
     */
    public Watch(Path root, List<String> parts, FileTime applied) throws IOException {
        this.root = root;
        this.parts = parts;
        this.first = Snapshot.of(root, parts).until(applied);
    }

    /** Applies what has changed since, and goes on doing so. */
    public void start(Reload reload, Consumer<String> console) {
        thread = Thread.ofVirtual().name("watch").start(() -> {
            try {
                run(reload, console);
            } catch (InterruptedException closed) {
                // Nothing is watched any more.
            } catch (RuntimeException | Error fault) {
                console.accept("Changes in " + root + " are no longer noticed: " + fault);
            }
        });
    }

    private void run(Reload reload, Consumer<String> console) throws InterruptedException {
        Snapshot applied = first;
        Looks looks = new Looks(root, parts, console);
        while (true) {
            Snapshot settled = settled(applied, looks);
            reload.apply(applied.differences(settled));
            applied = settled;
        }
    }

    private static Snapshot settled(Snapshot applied, Looks looks) throws InterruptedException {
        Snapshot last = applied;
        while (true) {
            Thread.sleep(PAUSE);
            Optional<Snapshot> next = looks.next();
            if (next.isPresent()) {
                if (next.get().equals(last) && !last.equals(applied)) {
                    return last;
                }
                last = next.get();
            }
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

package dev.ringback.local.reload;

import dev.ringback.local.WorkFolder;
import dev.ringback.local.assembly.Assembly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Applies changed sources to what runs, and says on the console how that went. */
public final class Reload {
    private final String sources;
    private final Synthesis synthesis;
    private final Reloadable running;
    private final Consumer<String> console;

    /** @param sources how the console calls what has changed */
    public Reload(String sources, Synthesis synthesis, Reloadable running, Consumer<String> console) {
        this.sources = sources;
        this.synthesis = synthesis;
        this.running = running;
        this.console = console;
    }

    /** @param files that have changed */
    void apply(Set<String> files) throws InterruptedException {
        String what = sources + " changed: " + String.join(", ", files);
        try (WorkFolder folder = WorkFolder.create()) {
            console.accept(what + apply(folder.path().resolve("assembly")));
        } catch (IOException e) {
            console.accept("The folder for applying a change could not be made or deleted: " + text(e));
        }
    }

    /** How it went, for the console. */
    private String apply(Path assembly) throws InterruptedException {
        long start = System.nanoTime();
        try {
            synthesis.into(assembly);
            return apply(Assembly.read(assembly)) ? "; applied in " + seconds(start) : "; nothing to apply";
        } catch (IOException | RuntimeException | StackOverflowError faulty) {
            return "; not applied, everything runs on as it was:\n" + text(faulty);
        }
    }

    private boolean apply(Assembly assembly) {
        tellBeyond(running.beyondReload(assembly));
        return running.reload(assembly);
    }

    private void tellBeyond(List<String> beyond) {
        if (!beyond.isEmpty()) {
            console.accept("Changed too, which takes a restart: " + String.join("; ", beyond));
        }
    }

    private static String text(Throwable faulty) {
        return faulty.getMessage() == null ? faulty.toString() : faulty.getMessage();
    }

    private static String seconds(long start) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}

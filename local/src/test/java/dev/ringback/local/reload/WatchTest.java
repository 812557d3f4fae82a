package dev.ringback.local.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.assembly.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private final BlockingQueue<String> console = new LinkedBlockingQueue<>();

    /** Nothing that these tests do is ever applied. */
    private static final class Nothing implements Reloadable {
        @Override
        public List<String> beyondReload(Assembly assembly) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean reload(Assembly assembly) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void takesWhatIsNewerThanTheGivenTimeForAChange() throws Exception {
        write("resolvers/new.js");
        write("resolvers/old.js");
        Files.setLastModifiedTime(folder.resolve("resolvers/old.js"), LONG_AGO);

        try (Watch watch = watch(LONG_AGO)) {
            watch.start(refusing(), console::add);

            assertThat(line()).startsWith("graphql changed: resolvers/new.js;");
        }
    }

    @Test
    void noticesThatAFileGoes() throws Exception {
        write("resolvers/one.js");

        try (Watch watch = watch(now())) {
            watch.start(refusing(), console::add);
            Files.delete(folder.resolve("resolvers/one.js"));

            assertThat(line()).startsWith("graphql changed: resolvers/one.js;");
        }
    }

    @Test
    void goesOnWhenFilesCanBeReadAgain() throws Exception {
        Path graphql = folder.resolve("graphql");
        try (Watch watch = new Watch(graphql, List.of("resolvers"), now())) {
            Files.createSymbolicLink(graphql, graphql);
            watch.start(refusing(), console::add);
            assertThat(line()).startsWith("Changes in " + graphql + " are not noticed as long as this fails: ");

            Files.delete(graphql);
            write("graphql/resolvers/one.js");

            assertThat(line()).startsWith("graphql changed: resolvers/one.js;");
        }
    }

    @Test
    void saysOnceThatFilesCannotBeRead() throws Exception {
        Path graphql = folder.resolve("graphql");
        Files.createSymbolicLink(graphql, graphql);
        Looks looks = new Looks(graphql, List.of("resolvers"), console::add);

        assertThat(looks.next()).isEmpty();
        assertThat(looks.next()).isEmpty();

        assertThat(console).hasSize(1);
    }

    @Test
    void outlivesAnOverflow() throws Exception {
        try (Watch watch = watch(now())) {
            watch.start(failing(new StackOverflowError()), console::add);
            write("resolvers/one.js");
            assertThat(line()).endsWith("; not applied, everything runs on as it was:\njava.lang.StackOverflowError");

            write("resolvers/two.js");

            assertThat(line()).startsWith("graphql changed: resolvers/two.js;");
        }
    }

    @Test
    void saysThatItEnds() throws Exception {
        try (Watch watch = watch(now())) {
            watch.start(failing(new AssertionError("broken")), console::add);
            write("resolvers/one.js");

            assertThat(line())
                    .isEqualTo("Changes in " + folder + " are no longer noticed: java.lang.AssertionError: broken");
        }
    }

    private Watch watch(FileTime applied) throws IOException {
        return new Watch(folder, List.of("resolvers"), applied);
    }

    private static FileTime now() {
        return FileTime.from(Instant.now());
    }

    private Reload refusing() {
        return reload(into -> {
            throw new IOException("refused");
        });
    }

    private Reload failing(Error fault) {
        return reload(into -> {
            throw fault;
        });
    }

    private Reload reload(Synthesis synthesis) {
        return new Reload("graphql", synthesis, new Nothing(), console::add);
    }

    private String line() throws InterruptedException {
        String line = console.poll(20, TimeUnit.SECONDS);
        assertThat(line).as("a line on the console").isNotNull();
        return line;
    }

    private void write(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "");
    }
}

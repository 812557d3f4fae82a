package dev.ringback.local.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void holdsNothingOfWhatIsNotThere() throws IOException {
        assertThat(Snapshot.of(folder, List.of("schema.graphql")).files()).isEmpty();
    }

    @Test
    void holdsTheFilesOfItsPartsAlone() throws IOException {
        write("resolvers/deep/one.js");
        write("schema.graphql");
        write("package.json");

        assertThat(Snapshot.of(folder, List.of("schema.graphql", "resolvers")).files())
                .containsOnlyKeys("resolvers/deep/one.js", "schema.graphql");
    }

    @Test
    void leavesOutWhatWasChangedLater() throws IOException {
        changed("resolvers/earlier.js", NOON.minusMillis(1));
        changed("resolvers/then.js", NOON);
        changed("resolvers/later.js", NOON.plusMillis(1));

        Snapshot snapshot = Snapshot.of(folder, List.of("resolvers")).until(FileTime.from(NOON));

        assertThat(snapshot.files()).containsOnlyKeys("resolvers/earlier.js", "resolvers/then.js");
    }

    @Test
    void followsNoLinkBackToWhereItStands() throws IOException {
        write("resolvers/one.js");
        Files.createSymbolicLink(folder.resolve("resolvers/again"), folder.resolve("resolvers"));

        assertThat(Snapshot.of(folder, List.of("resolvers")).files()).containsOnlyKeys("resolvers/one.js");
    }

    @Test
    void isTakenWhileFilesAndFoldersComeAndGo() {
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> editor = CompletableFuture.runAsync(() -> comeAndGo(stop));

        try {
            assertThatCode(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            Snapshot.of(folder, List.of("resolvers"));
                        }
                    })
                    .doesNotThrowAnyException();
        } finally {
            stop.set(true);
            editor.join();
        }
    }

    private void comeAndGo(AtomicBoolean stop) {
        try {
            while (!stop.get()) {
                write("resolvers/deep/one.js");
                Files.delete(folder.resolve("resolvers/deep/one.js"));
                Files.delete(folder.resolve("resolvers/deep"));
                Files.delete(folder.resolve("resolvers"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void changed(String file, Instant time) throws IOException {
        write(file);
        Files.setLastModifiedTime(folder.resolve(file), FileTime.from(time));
    }

    private void write(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "");
    }
}

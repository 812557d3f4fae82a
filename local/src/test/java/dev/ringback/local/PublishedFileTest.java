package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFileTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNothingUnfinishedBehind() throws IOException {
        Path inItsPlace = folder.resolve("file");
        Files.createDirectories(inItsPlace.resolve("full"));

        try (PublishedFile file = new PublishedFile(inItsPlace.resolve("other"))) {
            file.write("text");
        }
        assertThatThrownBy(() -> new PublishedFile(inItsPlace).write("text")).isInstanceOf(IOException.class);

        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}

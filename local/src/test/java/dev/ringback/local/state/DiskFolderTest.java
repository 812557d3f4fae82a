package dev.ringback.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFolderTest {
    @TempDir
    private Path root;

    @Test
    void readsWhatAnEarlierOneWrote() throws IOException {
        try (DiskFolder first = new DiskFolder(root)) {
            first.write("secrets", new TextNode("kept"));
        }

        try (DiskFolder second = new DiskFolder(root)) {
            assertThat(second.read("secrets")).contains(new TextNode("kept"));
        }
    }

    @Test
    void knowsNothingOfWhatWasNeverWritten() throws IOException {
        try (DiskFolder folder = new DiskFolder(root)) {
            assertThat(folder.read("secrets")).isEmpty();
        }
    }

    @Test
    void isForOneRuntimeAtATime() throws IOException {
        try (DiskFolder first = new DiskFolder(root)) {
            assertThat(first.folder("cognito")).isPresent();

            assertThatThrownBy(() -> new DiskFolder(root)).hasMessageContaining("is in use by another runtime");
        }
    }
}

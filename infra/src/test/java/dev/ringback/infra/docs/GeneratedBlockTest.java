package dev.ringback.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedBlockTest {
    private static final String PAGE = """
            Before
            <!-- table: written by ./ringback docs -->
            old
            <!-- end of table -->
            After
            """;

    @TempDir
    private Path folder;

    @Test
    void onlyWhatIsBetweenTheCommentsIsWritten() {
        assertThat(block().with(PAGE, "new\n")).isEqualTo(PAGE.replace("old", "new"));
    }

    @Test
    void aStalePageFails() throws IOException {
        Files.writeString(block().page(), PAGE);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> block().mustSay("new\n"))
                .withMessageContaining("is stale; ./ringback docs writes it");
    }

    @Test
    void aPageWithoutTheCommentsFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> block().with("Before", "new"))
                .withMessageContaining("lacks the comments around table");
    }

    private GeneratedBlock block() {
        return new GeneratedBlock(folder.resolve("page.md"), "table");
    }
}

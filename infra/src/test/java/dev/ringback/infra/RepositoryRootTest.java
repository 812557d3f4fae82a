package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryRootTest {
    @TempDir
    private Path folder;

    @Test
    void isTheNearestFolderWithCdkJson() throws IOException {
        Path root = Files.createDirectories(folder.resolve("outer/root"));
        Files.writeString(folder.resolve("outer/cdk.json"), "{}");
        Files.writeString(root.resolve("cdk.json"), "{}");
        Path below = Files.createDirectories(root.resolve("infra/target"));
        assertThat(RepositoryRoot.above(below).folder()).isEqualTo(root);
    }

    @Test
    void saysWhereItLookedInVain() {
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> RepositoryRoot.above(folder))
                .withMessage("No cdk.json in " + folder + " or a folder above it.");
    }

    @Test
    void readsTheFeatureFlags() throws IOException {
        Files.writeString(folder.resolve("cdk.json"), "{\"context\":{\"flag\":true}}");
        assertThat(new RepositoryRoot(folder).cdkContext()).containsExactlyEntriesOf(Map.of("flag", true));
    }

    @Test
    void refusesABrokenCdkJson() throws IOException {
        Files.writeString(folder.resolve("cdk.json"), "{");
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> new RepositoryRoot(folder).cdkContext())
                .withMessage(folder.resolve("cdk.json") + " cannot be read as JSON.");
    }
}

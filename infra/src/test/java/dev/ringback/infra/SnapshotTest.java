package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows in a review what a change does to each stack; {@code -Dringback.snapshots=update} writes the new state. */
class SnapshotTest {
    private final Assembly full;

    SnapshotTest(@Synthesized("full") Assembly full) {
        this.full = full;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Identity", "Data", "Directory", "Push", "Calling", "Operations"})
    void aStackIsAsItWas(String stack) throws IOException {
        Path snapshot = Path.of("src/test/resources/snapshots", stack + ".json");
        String current = withoutCode(full.template(stack).json().toPrettyString()) + "\n";
        if ("update".equals(System.getProperty("ringback.snapshots"))) {
            Files.writeString(snapshot, current);
        }
        assertThat(current).isEqualTo(Files.readString(snapshot));
    }

    private static String withoutCode(String template) {
        return template.replaceAll("(\"(?:Code|Definition)\") : \"(?:[^\"\\\\]|\\\\.)*+\"", "$1 : \"<source>\"")
                .replaceAll("[0-9a-f]{64}\\.zip", "<asset>.zip")
                .replaceAll("(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}", "$1<hash>");
    }
}

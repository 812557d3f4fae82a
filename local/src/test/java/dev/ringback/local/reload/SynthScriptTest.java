package dev.ringback.local.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthScriptTest {
    @TempDir
    private Path folder;

    @Test
    void runsTheScriptForTheLocalEnvironment() throws Exception {
        run("echo \"$1 $CDK_VALIDATION\" > \"$2\"", Duration.ofMinutes(1));

        assertThat(folder.resolve("assembly")).hasContent("local false");
    }

    @Test
    void letsTheRealScriptWriteTheTemplateOfEachStack() throws Exception {
        Path repository = Path.of("..").toRealPath();
        Path assembly = folder.resolve("assembly");

        new SynthScript(repository, Duration.ofMinutes(2)).into(assembly);

        assertThat(assembly)
                .isDirectoryContaining("glob:**/ringback-local-Identity.template.json")
                .isDirectoryContaining("glob:**/ringback-local-Data.template.json")
                .isDirectoryContaining("glob:**/ringback-local-Directory.template.json")
                .isDirectoryContaining("glob:**/ringback-local-Push.template.json")
                .isDirectoryContaining("glob:**/ringback-local-Calling.template.json");
    }

    @Test
    void saysWhatAFailingScriptSays() {
        assertThatThrownBy(() -> run("echo refused >&2; exit 1", Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("refused");
    }

    @Test
    void endsAScriptThatTakesTooLong() {
        assertThatThrownBy(() -> run("echo waiting; sleep 600", Duration.ofSeconds(2)))
                .isInstanceOf(IOException.class)
                .hasMessage("infra/synth took longer than 2 seconds.\nwaiting");
    }

    @Test
    void endsAScriptThatIgnoresBeingAskedTo() {
        Duration longest = Duration.ofSeconds(30);

        assertThatThrownBy(() -> assertTimeoutPreemptively(
                        longest, () -> run("trap '' TERM; sleep 600 & sleep 600", Duration.ofSeconds(1))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("infra/synth took longer than 1 seconds.");
    }

    private void run(String script, Duration longest) throws IOException, InterruptedException {
        Path file = folder.resolve("infra/synth");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        file.toFile().setExecutable(true);
        new SynthScript(folder, longest).into(folder.resolve("assembly"));
    }
}

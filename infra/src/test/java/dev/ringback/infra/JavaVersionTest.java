package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaVersionTest {
    private static final String BUILT_FOR = System.getProperty("ringback.java.version");

    @Test
    void functionsRunOnTheJavaTheyAreBuiltFor(@Synthesized("full") Assembly full) {
        assertThat(full.templates())
                .flatExtracting(
                        template -> template.resources("AWS::Lambda::Function").values())
                .extracting(function -> function.at("/Properties/Runtime").asText())
                .hasSize(4)
                .containsOnly("java" + BUILT_FOR);
    }

    @Test
    void synthLooksForTheJavaItIsBuiltFor() throws IOException {
        assertThat(Files.readString(Path.of("find-java"))).contains("readonly version=" + BUILT_FOR + "\n");
    }

    @Test
    void synthFindsThatJavaWhateverJavaHomeSays() throws IOException, InterruptedException {
        ProcessBuilder finder = new ProcessBuilder("bash", "find-java").redirectErrorStream(true);
        finder.environment().put("JAVA_HOME", "/nowhere");
        Process process = finder.start();
        String java = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as(java).isZero();
        assertThat(Path.of(java).resolveSibling("../release").normalize())
                .content()
                .contains("JAVA_VERSION=\"" + BUILT_FOR);
    }
}

package dev.ringback.infra.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionCodeTest {
    private static final String MODULE = "lambdas/call-api";

    @TempDir
    private Path root;

    private Path lib;

    @BeforeEach
    void makeFolder() throws IOException {
        lib = Files.createDirectories(root.resolve(MODULE).resolve("target/function/lib"));
    }

    @Test
    void isTheFolderTheModulesBuildLeft() throws IOException {
        jars("call-api-0.1.0-SNAPSHOT.jar", "jackson-core-2.22.4.jar", "third-party-jackson-core-2.41.0.jar");
        assertThat(FunctionCode.of(root, MODULE).folder()).isEqualTo(lib.getParent());
    }

    @Test
    void namesTheModuleThatIsNotBuilt() {
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> FunctionCode.of(root, "lambdas/push-notifier"))
                .withMessage("lambdas/push-notifier is not built; run ./ringback build.");
    }

    @Test
    void doesNotTakeAFolderWithoutJarsForABuild() throws IOException {
        jars("call-api.txt");
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> FunctionCode.of(root, MODULE))
                .withMessage("lambdas/call-api is not built; run ./ringback build.");
    }

    @Test
    void refusesTwoVersionsOfOneArtifact() throws IOException {
        jars("jackson-core-2.22.4.jar", "jackson-core-2.9.0-rc1.jar");
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> FunctionCode.of(root, MODULE))
                .withMessage("lambdas/call-api/target/function/lib holds jackson-core in versions 2.22.4 and 2.9.0-rc1;"
                        + " align them in the POM and run ./ringback build.");
    }

    @Test
    void knowsAnArtifactWithANumberInItsNameFromAnother() throws IOException {
        jars("log4j-1.2-api-2.24.0.jar", "log4j-api-2.24.0.jar", "log4j-1.2-bridge-2.24.0.jar");
        assertThat(FunctionCode.of(root, MODULE).folder()).isEqualTo(lib.getParent());
    }

    private void jars(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(lib.resolve(name), "");
        }
    }
}

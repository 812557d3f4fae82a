package dev.ringback.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built actions against an API that was released. */
class MainTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path root;

    private Path released;

    @BeforeEach
    void release() throws IOException {
        Files.createSymbolicLink(root.resolve("lambdas"), ROOT.resolve("lambdas"));
        released = root.resolve("docs/api/released.json");
        Main.accept(root);
    }

    /** Before the folder is removed, which warns of a link out of it. */
    @AfterEach
    void unlink() throws IOException {
        Files.delete(root.resolve("lambdas"));
    }

    @Test
    void takesWhatWasReleased() {
        assertThatNoException().isThrownBy(() -> Main.describe(root));
        assertThat(root.resolve("openapi/target/openapi.json")).hasSameTextualContentAs(released);
    }

    @Test
    void refusesWhatBreaksIt() throws IOException {
        Files.writeString(
                released,
                Files.readString(released)
                        .replace(
                                "\"callerId\" : {\n            \"type\" : \"string\"",
                                "\"callerId\" : {\n            \"type\" : [ \"string\", \"null\" ]"));

        assertThatExceptionOfType(ApiRefused.class)
                .isThrownBy(() -> Main.describe(root))
                .withMessage("This breaks apps of the released API (docs/api/released.json):"
                        + " POST /api initiateCall request.callerId was null or string and is string."
                        + " If no app relies on it, accept it with ./ringback accept-api.");
    }

    @Test
    void takesItOnceItIsAccepted() throws IOException {
        Files.writeString(released, Files.readString(released).replace("\"clientId\" : {", "\"oldId\" : {"));
        Main.accept(root);

        assertThatNoException().isThrownBy(() -> Main.describe(root));
    }
}

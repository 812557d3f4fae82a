package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.ringback.infra.assembly.ThrowAwayRepository;
import dev.ringback.infra.function.BuiltFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What synth refuses of an action's manifest. */
class ActionManifestsTest {
    private static final String MUTE_CALL = """
            {"action":"muteCall","function":"own","description":"Mutes a call.","needs":["calls"],\
            "errors":[],"request":{},"answer":{}}""";

    @TempDir
    private Path root;

    private ThrowAwayRepository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = ThrowAwayRepository.in(root);
    }

    @Test
    void takesAnActionThatIsAsItShouldBe() throws IOException {
        repository.writeAction("mute-call", MUTE_CALL);
        assertThatNoException().isThrownBy(() -> BuiltFunctions.below(root));
    }

    @Test
    void refusesANeedThatItDoesNotKnow() throws IOException {
        repository.writeAction("mute-call", MUTE_CALL.replace("\"calls\"", "\"moon\""));
        refuses("lambdas/actions/mute-call/action.json: needs lists \"moon\", which is unknown; known are");
    }

    @Test
    void refusesAnErrorCodeThatItDoesNotKnow() throws IOException {
        repository.writeAction("mute-call", MUTE_CALL.replace("\"errors\":[]", "\"errors\":[\"BORED\"]"));
        refuses("lambdas/actions/mute-call/action.json: errors lists \"BORED\", which is unknown; known are");
    }

    @Test
    void refusesTwoActionsOfOneName() throws IOException {
        repository.writeAction("mute-call", MUTE_CALL.replace("muteCall", "endCall"));
        refuses("lambdas/actions/mute-call/action.json: action is endCall, as that of end-call.");
    }

    @Test
    void refusesAModuleWithoutAManifest() throws IOException {
        repository.writeAction("mute-call", MUTE_CALL);
        Files.delete(root.resolve("lambdas/actions/mute-call/action.json"));
        refuses("lambdas/actions/mute-call/action.json is missing; docs/adding-an-action.md says what it holds.");
    }

    @Test
    void refusesAFunctionThatIsNotBuilt() throws IOException {
        repository.writeAction("mute-call", MUTE_CALL);
        Files.delete(root.resolve("lambdas/actions/mute-call/target/function/lib/mute-call-1.0.jar"));
        refuses("lambdas/actions/mute-call is not built; run ./ringback build.");
    }

    private void refuses(String sentence) {
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> BuiltFunctions.below(root))
                .withMessageStartingWith(sentence);
    }
}

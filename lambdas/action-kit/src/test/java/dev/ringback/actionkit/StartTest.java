package dev.ringback.actionkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a function with a wrong action from starting. */
class StartTest {
    private static final ActionManifest ECHO = manifest("echo");

    @Test
    void doesNotStartWithoutActions() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Actions.made(Manifests.of(), List.of(), new AllPorts()))
                .withMessageContaining("META-INF/services");
    }

    @Test
    void doesNotStartWithTwoActionsOfOneName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(new Sample.EchoFactory(), new Sample.EchoFactory()))
                .withMessageContaining("\"echo\"")
                .withMessageContaining(Sample.class.getName());
    }

    @Test
    void doesNotStartWithTwoManifestsOfOneAction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Manifests.of(ECHO, ECHO))
                .withMessage("Two manifests are of the action \"echo\".");
    }

    @Test
    void doesNotStartWithAnActionThatHasNoManifest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(new ShoutFactory("shout")))
                .withMessageContaining("ShoutFactory has no manifest")
                .withMessageContaining("\"shout\"");
    }

    @Test
    void doesNotStartWithAnActionThatItsManifestNamesOtherwise() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Actions.made(
                        Manifests.of(manifest("shout")), List.of(new ShoutFactory("whisper")), new AllPorts()))
                .withMessageContaining("\"whisper\", and \"shout\" in its action.json");
    }

    @Test
    void doesNotStartWithAnActionThatAsksForAPortOfNoNeed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DeclaredPorts(ECHO, new AllPorts()).get(String.class))
                .withMessage("The action echo asks for java.lang.String, which its action.json does not declare:"
                        + " no need opens it.");
    }

    @Test
    void givesEveryActionItsClock() {
        assertThat(new DeclaredPorts(ECHO, new AllPorts()).get(Clock.class)).isNull();
    }

    private static void start(ActionFactory... factories) {
        Actions.made(Manifests.of(ECHO), List.of(factories), new AllPorts());
    }

    private static ActionManifest manifest(String action) {
        String json = """
                {"action":"%s","function":"call-api","description":"Says it.","needs":[],"errors":[],"request":{},"answer":{}}""".formatted(action);
        return ActionManifest.parse("action.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private record ShoutFactory(String name) implements ActionFactory {
        @Override
        public Action<?, ?> create(Ports ports) {
            return new Sample(name);
        }
    }

    private record AllPorts() implements Ports {
        @Override
        public <T> T get(Class<T> port) {
            return null;
        }
    }
}

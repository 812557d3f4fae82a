package dev.ringback.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.operations.doctor.TestPush;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Map<String, String> VARIABLES = Map.of("RINGBACK_TOKEN", "variable");

    @Test
    void readsATimeline() {
        assertThat(parse("timeline", "dev", "call-1")).isEqualTo(new Command.Timeline("dev", "call-1"));
    }

    @Test
    void readsWhereTemplatesGo() {
        assertThat(parse("templates", "dev", "cdk.out/dev", "deployed"))
                .isEqualTo(new Command.Templates("dev", Path.of("cdk.out/dev"), Path.of("deployed")));
        assertThatThrownBy(() -> parse("templates", "dev", "cdk.out/dev")).hasMessage("Name a folder.");
    }

    @Test
    void readsADoctor() {
        assertThat(parse("doctor", "dev")).isEqualTo(new Command.Doctor("dev", Optional.empty(), Optional.empty()));
    }

    @Test
    void readsADoctorsOptions() {
        assertThat(parse("doctor", "dev", "--push", "GCM", "phone", "--token", "jwt"))
                .isEqualTo(new Command.Doctor(
                        "dev", Optional.of("jwt"), Optional.of(new TestPush.Target("GCM", "phone"))));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> parse()).hasMessage("Name a command.");
        assertThatThrownBy(() -> parse("timeline")).hasMessage("Name an environment.");
        assertThatThrownBy(() -> parse("timeline", "dev")).hasMessage("Name a CALL_ID.");
        assertThatThrownBy(() -> parse("doctor", "dev", "--push", "GCM"))
                .hasMessage("Name a DEVICE_TOKEN behind the channel.");
    }

    @Test
    void saysWhatIsTooMuch() {
        assertThatThrownBy(() -> parse("timeline", "dev", "call-1", "more")).hasMessage("What is more for?");
        assertThatThrownBy(() -> parse("doctor", "dev", "--loud")).hasMessage("What is --loud for?");
        assertThatThrownBy(() -> parse("cure", "dev")).hasMessage("There is no command cure.");
    }

    @Test
    void readsATokenFromTheVariableToo() {
        assertThat(Arguments.parse(VARIABLES, "doctor", "dev"))
                .isEqualTo(new Command.Doctor("dev", Optional.of("variable"), Optional.empty()));
    }

    @Test
    void prefersTheTokenOnTheCommandLine() {
        assertThat(Arguments.parse(VARIABLES, "doctor", "dev", "--token", "jwt"))
                .isEqualTo(new Command.Doctor("dev", Optional.of("jwt"), Optional.empty()));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(Arguments.parse(Map.of("RINGBACK_TOKEN", ""), "doctor", "dev"))
                .isEqualTo(new Command.Doctor("dev", Optional.empty(), Optional.empty()));
    }

    @Test
    void showsNoToken() {
        assertThat(parse("doctor", "dev", "--token", "jwt", "--push", "GCM", "phone"))
                .hasToString("Doctor[environment=dev, accessToken=given, push=Optional[Target[channel=GCM]]]");
        assertThat(new TestPush.Target("GCM", "phone").toString()).doesNotContain("phone");
    }

    private static Command parse(String... arguments) {
        return Arguments.parse(Map.of(), arguments);
    }
}

package dev.ringback.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.operations.doctor.TestPush;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsATimeline() {
        assertThat(Arguments.parse("timeline", "dev", "call-1")).isEqualTo(new Command.Timeline("dev", "call-1"));
    }

    @Test
    void readsADoctor() {
        assertThat(Arguments.parse("doctor", "dev"))
                .isEqualTo(new Command.Doctor("dev", Optional.empty(), Optional.empty()));
    }

    @Test
    void readsADoctorsOptions() {
        assertThat(Arguments.parse("doctor", "dev", "--push", "GCM", "phone", "--token", "jwt"))
                .isEqualTo(new Command.Doctor(
                        "dev", Optional.of("jwt"), Optional.of(new TestPush.Target("GCM", "phone"))));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Arguments.parse()).hasMessage("Name a command.");
        assertThatThrownBy(() -> Arguments.parse("timeline")).hasMessage("Name an environment.");
        assertThatThrownBy(() -> Arguments.parse("timeline", "dev")).hasMessage("Name a CALL_ID.");
        assertThatThrownBy(() -> Arguments.parse("doctor", "dev", "--push", "GCM"))
                .hasMessage("Name a DEVICE_TOKEN behind the channel.");
    }

    @Test
    void saysWhatIsTooMuch() {
        assertThatThrownBy(() -> Arguments.parse("timeline", "dev", "call-1", "more"))
                .hasMessage("What is more for?");
        assertThatThrownBy(() -> Arguments.parse("doctor", "dev", "--loud")).hasMessage("What is --loud for?");
        assertThatThrownBy(() -> Arguments.parse("cure", "dev")).hasMessage("There is no command cure.");
    }

    @Test
    void showsNoToken() {
        assertThat(new TestPush.Target("GCM", "phone").toString()).doesNotContain("phone");
    }
}

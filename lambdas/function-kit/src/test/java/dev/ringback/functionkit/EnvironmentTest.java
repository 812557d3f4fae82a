package dev.ringback.functionkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @Test
    void givesAVariable() {
        assertThat(new Environment(Map.of("CALLS_TABLE", "calls")).text("CALLS_TABLE"))
                .isEqualTo("calls");
    }

    @Test
    void namesAMissingVariable() {
        assertThatThrownBy(() -> new Environment(Map.of()).text("CALLS_TABLE"))
                .hasMessage("The environment variable CALLS_TABLE is missing.");
    }

    @Test
    void takesAnEmptyVariableForMissing() {
        assertThatThrownBy(() -> new Environment(Map.of("CALLS_TABLE", " ")).text("CALLS_TABLE"))
                .hasMessage("The environment variable CALLS_TABLE is missing.");
    }

    @Test
    void givesADuration() {
        assertThat(new Environment(Map.of("RING_SECONDS", "30")).duration("RING_SECONDS", ChronoUnit.SECONDS))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "soon", "99999999999"})
    void namesANumberThatIsNone(String value) {
        assertThatThrownBy(() ->
                        new Environment(Map.of("RING_SECONDS", value)).duration("RING_SECONDS", ChronoUnit.SECONDS))
                .hasMessageContaining("RING_SECONDS")
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesAFlag(boolean flag) {
        assertThat(new Environment(Map.of("JOIN_WITHOUT_ANSWER", Boolean.toString(flag))).flag("JOIN_WITHOUT_ANSWER"))
                .isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "1", "true "})
    void namesAFlagThatIsNone(String value) {
        assertThatThrownBy(() -> new Environment(Map.of("JOIN_WITHOUT_ANSWER", value)).flag("JOIN_WITHOUT_ANSWER"))
                .hasMessageContaining("JOIN_WITHOUT_ANSWER")
                .hasMessageContaining("\"" + value + "\"");
    }

    @Test
    void namesAMissingFlag() {
        assertThatThrownBy(() -> new Environment(Map.of()).flag("JOIN_WITHOUT_ANSWER"))
                .hasMessage("The environment variable JOIN_WITHOUT_ANSWER is missing.");
    }
}

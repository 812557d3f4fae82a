package dev.ringback.callapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.LoadedActions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An action that refuses with a code which its manifest does not declare fails its own tests. */
class UndeclaredErrorTest {
    private final FunctionUnderTest function = new FunctionUnderTest();
    private final LoadedActions actions = new LoadedActions(function.ports());

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void fails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> actions.refusal("anna", "probe", Map.of("say", "undeclared")))
                .withMessageContaining("probe refuses with and its action.json does not declare")
                .withMessageContaining("CALL_NOT_FOUND");
    }

    @Test
    void doesNotFailWithACodeThatIsDeclared() {
        assertThat(actions.refusal("anna", "probe", Map.of("say", "refuse"))).isEqualTo(ErrorCode.BUSY);
    }
}

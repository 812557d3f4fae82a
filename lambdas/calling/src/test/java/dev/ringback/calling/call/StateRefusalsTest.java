package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API names a call's states by its own codes, and must know them all. */
class StateRefusalsTest {
    @ParameterizedTest
    @EnumSource
    void haveACodeForEveryState(CallState state) {
        ErrorCode code = ErrorCode.ofCallState(state);

        assertThat(code.name()).isEqualTo("CALL_" + state);
        assertThat(code.callState()).contains(state.name());
        assertThat(code.status()).isEqualTo(409);
    }

    @Test
    void haveCodesForNothingElse() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::callState).flatMap(Optional::stream))
                .containsExactlyElementsOf(
                        Arrays.stream(CallState.values()).map(CallState::name).toList());
    }
}

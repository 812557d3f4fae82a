package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PendingEngineTest {
    @Test
    void compilesAsSoonAsItIsReady() {
        try (PendingEngine engine = PendingEngine.start()) {
            assertThat(engine.compile("a", "export function request() {}\nexport function response() {}"))
                    .isNotNull();
        }
    }

    @Test
    void saysWhyItDidNotStart() {
        try (PendingEngine engine = failed()) {
            assertThatThrownBy(() -> engine.compile("a", "")).hasRootCauseMessage("no engine");
        }
    }

    @Test
    void closesQuietlyWhenItDidNotStart() {
        assertThatCode(() -> failed().close()).doesNotThrowAnyException();
    }

    private static PendingEngine failed() {
        return PendingEngine.start(() -> {
            throw new IllegalStateException("no engine");
        });
    }
}

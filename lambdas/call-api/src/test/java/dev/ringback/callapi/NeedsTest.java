package dev.ringback.callapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.ringback.actionkit.Need;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ports that needs open, which have them by name alone. */
class NeedsTest {
    private final FunctionUnderTest function = new FunctionUnderTest();

    static Stream<String> alwaysOpen() {
        return Need.ALWAYS_OPEN.stream();
    }

    @ParameterizedTest
    @EnumSource
    void everyPortOfANeedIsOffered(Need need) {
        assertThat(need.ports())
                .allSatisfy(port -> assertThatNoException()
                        .isThrownBy(() -> function.ports().get(Class.forName(port))));
    }

    @ParameterizedTest
    @MethodSource("alwaysOpen")
    void everyPortThatNeedsNothingIsOffered(String port) {
        assertThatNoException().isThrownBy(() -> function.ports().get(Class.forName(port)));
    }

    @Test
    void makesNothingThatNobodyAsksFor() {
        Offers offers = new Offers().offer(String.class, () -> "made");
        assertThat(offers.ifMade(String.class)).isEmpty();
        offers.get(String.class);
        assertThat(offers.ifMade(String.class)).contains("made");
    }
}

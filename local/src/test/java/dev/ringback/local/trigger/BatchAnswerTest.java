package dev.ringback.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void findsNoFailureInAnAnswerThatNamesNone(String answer) {
        assertThat(failures(answer)).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "\"done\"",
                "{\"batchItemFailures\":{}}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"id\":\"a\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}"
            })
    void doesNotUnderstandAnAnswerThatIsNotAsDocumented(String answer) {
        assertThat(failures(answer)).isEmpty();
    }

    @Test
    void findsTheItemsThatFailed() {
        assertThat(failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}"))
                .contains(Set.of("b"));
    }

    private static Optional<Set<String>> failures(String answer) {
        return BatchAnswer.failures(answer.getBytes(StandardCharsets.UTF_8), Set.of("a", "b"));
    }
}

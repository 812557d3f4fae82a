package dev.ringback.functionkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkTimeTest {
    private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");

    private Instant now = START;
    private final WorkTime time = WorkTime.of(() -> now, 30_000, Duration.ofSeconds(10));

    @Test
    void isLeftWhileTheLongestTaskStillFits() {
        now = START.plusMillis(19_999);
        assertThat(time.isLeft()).isTrue();
    }

    @Test
    void isOverWhenTheLongestTaskNoLongerFits() {
        now = START.plusSeconds(20);
        assertThat(time.isLeft()).isFalse();
    }

    @Test
    void isOverAtOnceWhenTheInvocationIsTooShort() {
        assertThat(WorkTime.of(() -> now, 5_000, Duration.ofSeconds(10)).isLeft())
                .isFalse();
    }
}

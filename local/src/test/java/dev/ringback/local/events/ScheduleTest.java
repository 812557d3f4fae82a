package dev.ringback.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({"rate(1 minute),PT1M", "rate(5 minutes),PT5M", "rate(1 hour),PT1H", "rate(2 days),PT48H"})
    void readsRates(String expression, Duration every) {
        assertThat(Schedule.read(expression).every()).isEqualTo(every);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(1 minutes)", "rate(5 minute)", "rate(0 minutes)", "rate(30 seconds)", "every minute"})
    void refusesWhatEventBridgeRefuses(String expression) {
        assertThatThrownBy(() -> Schedule.read(expression))
                .isInstanceOf(StackFailure.class)
                .hasMessage("Parameter ScheduleExpression is not valid: " + expression);
    }

    @Test
    void knowsNoCron() {
        assertThatThrownBy(() -> Schedule.read("cron(0 12 * * ? *)")).hasMessageContaining("schedules by rate(…) only");
    }
}

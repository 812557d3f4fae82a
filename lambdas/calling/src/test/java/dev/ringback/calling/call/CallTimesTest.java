package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant RING_UNTIL = NOW.plusSeconds(45);

    @Test
    void takesACallForMissedFiveSecondsAfterItsRinging() {
        assertThat(CallTimes.missedAt(RING_UNTIL)).isEqualTo(RING_UNTIL.plusSeconds(5));
    }

    @Test
    void leavesTheTimeOutAQuarterMinuteBeforeTheSweeperTakesItsPlace() {
        assertThat(times(true).ringingLease(NOW, RING_UNTIL)).isEqualTo(RING_UNTIL.plusSeconds(20));
    }

    @Test
    void leavesACallAWholeLeaseWhereNobodyTellsOfAnswers() {
        assertThat(times(false).ringingLease(NOW, RING_UNTIL)).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    }

    private static CallTimes times(boolean answersAreTold) {
        return new CallTimes(
                Duration.ofSeconds(45),
                Duration.ofSeconds(30),
                Duration.ofMinutes(60),
                Duration.ofDays(90),
                answersAreTold);
    }
}

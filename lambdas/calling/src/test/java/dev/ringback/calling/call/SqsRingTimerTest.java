package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class SqsRingTimerTest {
    private final FixedClock clock = new FixedClock();
    private final FakeSqs sqs = new FakeSqs();
    private final SqsRingTimer timer = new SqsRingTimer(sqs, "https://sqs.invalid/queue", clock);

    @Test
    void sendsToTheQueueOfTimeOuts() {
        assertThat(start(Duration.ofSeconds(50)).queueUrl()).isEqualTo("https://sqs.invalid/queue");
    }

    @Test
    void tellsTheCallsIdAndNothingElse() {
        assertThat(start(Duration.ofSeconds(50)).messageBody()).isEqualTo("{\"callId\":\"call-1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "PT50S, 50",
        "PT49.999S, 50",
        "PT49.001S, 50",
        "PT0.001S, 1",
        "PT0S, 0",
        "PT-3S, 0",
        "PT15M, 900",
        "PT16M, 900",
    })
    void delaysTheMessageInWholeSecondsRatherTooLongThanTooShort(Duration time, int seconds) {
        assertThat(start(time).delaySeconds()).isEqualTo(seconds);
    }

    private SendMessageRequest start(Duration time) {
        timer.start("call-1", clock.instant().plus(time));
        return sqs.sent.getFirst();
    }
}

package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void failsACallThatWasNeverSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(Overdue.of(call, endOfLease(call)))
                .contains(new Overdue(Transition.FAIL, Change.bySystem("set_up_abandoned", endOfLease(call))));
    }

    @Test
    void takesACallThatRangForMissed() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(Overdue.of(call, endOfLease(call)))
                .contains(new Overdue(Transition.TIME_OUT, Change.bySystem("no_answer", endOfLease(call))));
    }

    @Test
    void expiresACallOfWhichNothingWasHeard() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(Overdue.of(call, endOfLease(call)))
                .contains(new Overdue(Transition.EXPIRE, Change.bySystem("lease_expired", endOfLease(call))));
    }

    @Test
    void leavesACallItsTimeToTheLastMoment() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(Overdue.of(call, endOfLease(call).minusMillis(1))).isEmpty();
    }

    @Test
    void endsNoCallThatIsOver() {
        Call ringing = SampleCalls.ringing(backend, anna, bob);
        Call over = backend.ending
                .hangUp(ringing, ringing.callerId(), Optional.empty())
                .call();

        assertThat(Overdue.of(over, endOfLease(over))).isEmpty();
    }

    private static Instant endOfLease(Call call) {
        return call.leaseUntil().orElseThrow();
    }
}

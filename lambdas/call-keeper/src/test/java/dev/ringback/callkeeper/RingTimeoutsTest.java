package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingTimeoutsTest extends KeeperTest {
    private static final Duration MISSED = Duration.ofSeconds(50);

    private final RingTimeouts ringTimeouts =
            new RingTimeouts(backend.calls, backend.ending, each, backend.clock, backend.telemetry);

    @Test
    void endsACallThatNobodyAnswered() {
        Call call = ringing();
        backend.clock.advance(MISSED);
        assertThat(end(timeout(call))).isEmpty();
        assertThat(stored(call).state()).isEqualTo(CallState.MISSED);
        assertThat(stored(call).change()).isEqualTo(Change.bySystem("no_answer", backend.clock.instant()));
    }

    @Test
    void freesBothDevices() {
        Call call = ringing();
        backend.clock.advance(MISSED);
        end(timeout(call));
        assertThat(backend.isFree(call.callerId())).isTrue();
        assertThat(backend.isFree(call.calleeId())).isTrue();
    }

    @Test
    void letsAnAnswerThatIsOnItsWayArrive() {
        Call call = ringing();
        backend.clock.advance(MISSED.minusMillis(1));
        assertThat(end(timeout(call))).containsExactly("message-" + call.id());
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void leavesACallThatWasAnswered() {
        Call call = answered();
        backend.clock.advance(MISSED);
        assertThat(end(timeout(call))).isEmpty();
        assertThat(stored(call).state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void leavesACallThatIsOver() {
        Call call = ended();
        backend.clock.advance(MISSED);
        assertThat(end(timeout(call))).isEmpty();
        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    void isDoneWithACallThatIsGone() {
        assertThat(end(new RingTimeout("m", Optional.of("gone")))).isEmpty();
    }

    @Test
    void putsAMessageAsideThatCannotBeRead() {
        assertThat(end(new RingTimeout("m", Optional.empty()))).containsExactly("m");
        assertThat(reported("timeoutNotRead").get("messageId")).isEqualTo("m");
    }

    @Test
    void endsTheOthersWhenOneFails() {
        Call failing = ringing();
        Call other = ringing();
        backend.clock.advance(MISSED);
        broken.add(failing.id());
        assertThat(end(timeout(failing), timeout(other))).containsExactly("message-" + failing.id());
        assertThat(stored(other).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void asksForAllMessagesOfACallAgainThatFailed() {
        RingTimeout one = new RingTimeout("m-1", Optional.of("broken"));
        RingTimeout same = new RingTimeout("m-2", Optional.of("broken"));
        broken.add("broken");
        assertThat(end(one, same)).containsExactly("m-1", "m-2");
    }

    @Test
    void reportsABatchInOneLine() {
        Call call = ringing();
        backend.clock.advance(MISSED);
        end(timeout(call), timeout(ringing()));
        assertThat(reported("ringsOver").get("ended")).isEqualTo(1L);
        assertThat(reported("ringsOver").get("tooEarly")).isEqualTo(1L);
    }

    private List<String> end(RingTimeout... timeouts) {
        return ringTimeouts.end(List.of(timeouts), time()).failed();
    }

    private static RingTimeout timeout(Call call) {
        return new RingTimeout("message-" + call.id(), Optional.of(call.id()));
    }
}

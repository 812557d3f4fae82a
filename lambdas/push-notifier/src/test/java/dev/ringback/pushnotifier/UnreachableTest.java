package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.pushnotifier.RingCallee.Ringing;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreachableTest {
    private final RingingCall ringing = new RingingCall();
    private final Unreachable unreachable = new Unreachable(ringing.backend.ending, ringing.clock);

    record Case(PushOutcome outcome, String reason) {}

    static List<Case> undeliverable() {
        return List.of(
                new Case(new PushOutcome.TokenDead("x"), "push_token_dead"),
                new Case(new PushOutcome.WrongForChannel("x"), "push_wrong_channel"),
                new Case(new PushOutcome.Misconfigured("x"), "push_misconfigured"),
                new Case(new PushOutcome.Retryable("x"), "push_unavailable"));
    }

    @ParameterizedTest
    @MethodSource("undeliverable")
    void endsACallWhosePushCannotBeDelivered(Case one) {
        sent(one.outcome());
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
        assertThat(ringing.stored().change()).isEqualTo(Change.bySystem(one.reason(), ringing.clock.instant()));
    }

    @Test
    void endsACallToADeviceThatIsGone() {
        unreachable.endIfSo(new Ringing.NoDevice(ringing.call));
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
        assertThat(ringing.stored().change().reason()).contains("no_device");
    }

    static List<PushOutcome> perhapsDelivered() {
        return List.of(new PushOutcome.Accepted("x"), new PushOutcome.Unknown("x"), new PushOutcome.Unanswered("x"));
    }

    @ParameterizedTest
    @MethodSource("perhapsDelivered")
    void letsACallRingWhosePushMayHaveArrived(PushOutcome outcome) {
        sent(outcome);
        assertThat(ringing.stored()).isEqualTo(ringing.call);
    }

    @Test
    void freesBothDevices() {
        sent(new PushOutcome.TokenDead("x"));
        assertThat(ringing.backend.isFree(ringing.caller.id())).isTrue();
        assertThat(ringing.backend.isFree(ringing.callee.id())).isTrue();
    }

    @Test
    void countsTheEnd() {
        sent(new PushOutcome.TokenDead("x"));
        assertThat(ringing.backend.telemetry.counts())
                .containsExactly(new RecordingTelemetry.Count("CallsEnded", Map.of("state", "UNREACHABLE")));
    }

    @Test
    void leavesACallThatWasAnsweredMeanwhile() {
        ringing.backend.answering.answer(ringing.call.id(), ringing.callee.id(), "bob");
        sent(new PushOutcome.TokenDead("x"));
        assertThat(ringing.stored().state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void leavesACallThatThereIsNothingToRingFor() {
        unreachable.endIfSo(new Ringing.NotSent("ring_over"));
        assertThat(ringing.stored()).isEqualTo(ringing.call);
    }

    private void sent(PushOutcome outcome) {
        unreachable.endIfSo(new Ringing.Sent(ringing.call, ringing.callee, outcome));
    }
}

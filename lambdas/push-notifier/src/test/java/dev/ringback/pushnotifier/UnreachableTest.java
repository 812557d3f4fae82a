package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.RecordingTelemetry;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.RingDevices.Ringing;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreachableTest {
    private static final PushOutcome DEAD = new PushOutcome.TokenDead("x");

    private final RingingCall ringing = new RingingCall();
    private final Unreachable unreachable = new Unreachable(ringing.backend.ending, ringing.clock);

    record Case(PushOutcome outcome, String reason) {}

    static List<Case> undeliverable() {
        return List.of(
                new Case(DEAD, "push_token_dead"),
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

    @ParameterizedTest
    @MethodSource("undeliverable")
    void saysWhatKeptTheNearestDeviceFromRinging(Case one) {
        sent(DEAD, one.outcome(), DEAD);
        assertThat(ringing.stored().change().reason()).contains(one.reason());
    }

    @Test
    void endsACallToNoDevice() {
        sent();
        assertThat(ringing.stored().state()).isEqualTo(CallState.UNREACHABLE);
        assertThat(ringing.stored().change().reason()).contains("no_device");
    }

    static List<PushOutcome> perhapsDelivered() {
        return List.of(new PushOutcome.Accepted("x"), new PushOutcome.Unknown("x"), new PushOutcome.Unanswered("x"));
    }

    @ParameterizedTest
    @MethodSource("perhapsDelivered")
    void letsACallRingWhosePushMayHaveReachedOneDevice(PushOutcome outcome) {
        sent(DEAD, outcome, new PushOutcome.Misconfigured("x"));
        assertThat(ringing.stored()).isEqualTo(ringing.call);
    }

    @Test
    void freesBothDevices() {
        sent(DEAD);
        assertThat(ringing.backend.isFree(ringing.caller.id())).isTrue();
        assertThat(ringing.backend.isFree(ringing.phone.id())).isTrue();
    }

    @Test
    void countsTheEnd() {
        sent(DEAD);
        assertThat(ringing.backend.telemetry.counts())
                .containsExactly(new RecordingTelemetry.Count(Metric.CALLS_ENDED, Map.of("state", "UNREACHABLE")));
    }

    @Test
    void leavesACallThatWasAnsweredMeanwhile() {
        ringing.backend.answering.answer(ringing.call.id(), ringing.phone.id(), "bob");
        sent(DEAD);
        assertThat(ringing.stored().state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void leavesACallThatThereIsNothingToRingFor() {
        unreachable.endIfSo(new Ringing.NotSent("ring_over"));
        assertThat(ringing.stored()).isEqualTo(ringing.call);
    }

    private void sent(PushOutcome... outcomes) {
        Address address = new Address(ringing.phone.id(), NotifyType.GCM, "phone");
        List<Pushed> pushed = Arrays.stream(outcomes)
                .map(outcome -> new Pushed(ringing.phone, address, "incoming_call", outcome))
                .toList();
        unreachable.endIfSo(new Ringing.Sent(ringing.call, pushed));
    }
}

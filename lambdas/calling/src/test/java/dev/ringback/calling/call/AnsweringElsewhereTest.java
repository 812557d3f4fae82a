package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.CallAnswering.Answering;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bob is called on his phone, and has a tablet too. */
class AnsweringElsewhereTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String phone = backend.device("bob");
    private final String tablet = backend.device("bob");

    @Test
    void answersOnADeviceThatWasNotDialed() {
        Call call = SampleCalls.ringing(backend, anna, phone);

        assertThat(answer(call, tablet)).isEqualTo(new Answering.Answered(stored(call)));
        assertThat(stored(call).state()).isEqualTo(CallState.ANSWERED);
        assertThat(stored(call).parties().answeredBy()).contains(tablet);
        assertThat(backend.isFree(phone)).isTrue();
    }

    @Test
    void answersTheSameASecondTime() {
        Call call = SampleCalls.ringing(backend, anna, phone);
        Answering first = answer(call, tablet);
        backend.clock.advance(Duration.ofMinutes(5));

        assertThat(answer(call, tablet)).isEqualTo(first);
        assertThat(backend.telemetry.counts()).containsExactly(new Count(Metric.CALLS_ANSWERED, Map.of()));
    }

    @Test
    void refusesTheDialedDeviceAfterAnother() {
        Call call = SampleCalls.ringing(backend, anna, phone);
        answer(call, tablet);

        assertThat(answer(call, phone)).isEqualTo(new Answering.Illegal(CallState.ANSWERED));
    }

    @Test
    void refusesAnotherDeviceAfterTheDialedOne() {
        Call call = SampleCalls.answered(backend, anna, phone);

        assertThat(answer(call, tablet)).isEqualTo(new Answering.Illegal(CallState.ANSWERED));
        assertThat(backend.isFree(tablet)).isTrue();
    }

    @Test
    void refusesADeviceThatIsInAnotherCall() {
        SampleCalls.answered(backend, backend.device("carl"), tablet);
        Call call = SampleCalls.ringing(backend, anna, phone);

        assertThat(answer(call, tablet)).isEqualTo(new Answering.Busy());
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void tellsWhatBecameOfACallThatIsOver() {
        Call call = SampleCalls.ringing(backend, anna, phone);
        backend.ending.hangUp(call, anna, Optional.empty());

        assertThat(answer(call, tablet)).isEqualTo(new Answering.Illegal(CallState.CANCELLED));
    }

    @Test
    void missesTheCallWhenTheAnswerComesTooLate() {
        Call call = SampleCalls.ringing(backend, anna, phone);
        backend.clock.advance(backend.times.ring().plus(CallTimes.GRACE).plusMillis(1));

        assertThat(answer(call, tablet)).isEqualTo(new Answering.Illegal(CallState.MISSED));
        assertThat(backend.isFree(phone)).isTrue();
    }

    @Test
    void hidesACallThatIsBeingSetUp() {
        Call call = SampleCalls.reserved(backend, anna, phone);

        assertThat(answer(call, tablet)).isEqualTo(new Answering.NotFound());
    }

    @Test
    void tellsWhatOthersMadeOfTheCallInTheMeantime() {
        InMemoryBackend racing = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Takeover takeOver(Call seen, Answer answer) {
                end(seen, Transition.CANCEL, new Change(seen.callerId(), Optional.empty(), answer.at()));
                return super.takeOver(seen, answer);
            }
        });
        String second = racing.device("emil");
        Call call = SampleCalls.ringing(racing, racing.device("dora"), racing.device("emil"));

        assertThat(racing.answering.answer(call.id(), second, "emil"))
                .isEqualTo(new Answering.Illegal(CallState.CANCELLED));
    }

    @Test
    void letsAUserAnswerWithAThirdDeviceWhatHeCallsFromOneOnAnother() {
        String other = backend.device("anna");
        String third = backend.device("anna");
        Call call = SampleCalls.ringing(backend, anna, other);

        assertThat(backend.answering.answer(call.id(), anna, "anna"))
                .isEqualTo(new Answering.Illegal(CallState.RINGING));
        assertThat(backend.answering.answer(call.id(), third, "anna")).isInstanceOf(Answering.Answered.class);
    }

    private Answering answer(Call call, String clientId) {
        return backend.answering.answer(call.id(), clientId, "bob");
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}

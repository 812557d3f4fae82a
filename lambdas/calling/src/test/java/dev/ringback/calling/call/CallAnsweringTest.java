package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.CallAnswering.Answering;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallAnsweringTest {
    private static final Duration RINGING = Duration.ofSeconds(45);

    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void answersForTheCallee() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        Answering answering = backend.answering.answer(call.id(), bob, "bob");

        assertThat(answering).isEqualTo(new Answering.Answered(stored(call)));
        assertThat(stored(call).state()).isEqualTo(CallState.ANSWERED);
        assertThat(stored(call).leaseUntil()).contains(backend.clock.instant().plus(backend.times.callLease()));
    }

    @Test
    void answersTheSameASecondTime() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.clock.advance(Duration.ofMinutes(5));

        assertThat(backend.answering.answer(call.id(), bob, "bob")).isEqualTo(new Answering.Answered(call));
    }

    @Test
    void countsAnAnswerOnce() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.answering.answer(call.id(), bob, "bob");

        assertThat(backend.telemetry.counts()).containsExactly(new Count(Metric.CALLS_ANSWERED, Map.of()));
    }

    @Test
    void knowsNoCallThatWasNeverMade() {
        assertThat(backend.answering.answer("unknown", bob, "bob")).isEqualTo(new Answering.NotFound());
    }

    @Test
    void hidesTheCallFromStrangers() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(backend.answering.answer(call.id(), bob, "carl")).isEqualTo(new Answering.NotFound());
        assertThat(backend.answering.answer(call.id(), backend.device("carl"), "bob"))
                .isEqualTo(new Answering.NotFound());
        assertThat(backend.answering.answer(call.id(), anna, "bob")).isEqualTo(new Answering.NotFound());
    }

    @Test
    void hidesACallThatIsBeingSetUpFromItsCallee() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(backend.answering.answer(call.id(), bob, "bob")).isEqualTo(new Answering.NotFound());
    }

    @Test
    void refusesTheCaller() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(backend.answering.answer(call.id(), anna, "anna"))
                .isEqualTo(new Answering.Illegal(CallState.RINGING));
    }

    @Test
    void refusesTheCallerAlsoWhenItIsAnswered() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(backend.answering.answer(call.id(), anna, "anna"))
                .isEqualTo(new Answering.Illegal(CallState.ANSWERED));
    }

    @Test
    void tellsWhatBecameOfACallThatIsOver() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.ending.hangUp(call, call.callerId(), Optional.empty());

        assertThat(backend.answering.answer(call.id(), bob, "bob"))
                .isEqualTo(new Answering.Illegal(CallState.CANCELLED));
    }

    @Test
    void answersWithinTheGrace() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(RINGING.plus(CallTimes.GRACE));

        assertThat(backend.answering.answer(call.id(), bob, "bob")).isInstanceOf(Answering.Answered.class);
    }

    @Test
    void missesTheCallWhenTheAnswerComesTooLate() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(RINGING.plus(CallTimes.GRACE).plusMillis(1));

        assertThat(backend.answering.answer(call.id(), bob, "bob")).isEqualTo(new Answering.Illegal(CallState.MISSED));
        assertThat(stored(call).change()).isEqualTo(Change.bySystem("no_answer", backend.clock.instant()));
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void takesNoAnswerForTooLateWherePhonesJoinWithoutAWord() {
        CallTimes untold =
                new CallTimes(RINGING, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofDays(1), false);
        CallAnswering answering =
                new CallAnswering(backend.calls, backend.ending, untold, backend.clock, backend.telemetry);
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofMinutes(10));

        assertThat(answering.answer(call.id(), bob, "bob")).isInstanceOf(Answering.Answered.class);
    }

    @Test
    void tellsWhatOthersMadeOfACallWhoseAnswerCameTooLate() {
        InMemoryBackend racing = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                if (transition == Transition.TIME_OUT) {
                    super.end(seen, Transition.CANCEL, change);
                }
                return super.end(seen, transition, change);
            }
        });
        String emil = racing.device("emil");
        Call call = SampleCalls.ringing(racing, racing.device("dora"), emil);
        racing.clock.advance(RINGING.plus(CallTimes.GRACE).plusMillis(1));

        assertThat(racing.answering.answer(call.id(), emil, "emil"))
                .isEqualTo(new Answering.Illegal(CallState.CANCELLED));
    }

    @Test
    void saysWhenTheAnswerCannotBeWritten() {
        InMemoryBackend contended = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing answer(Answer answer) {
                throw new ContendedException("others", null);
            }
        });
        String emil = contended.device("emil");
        Call call = SampleCalls.ringing(contended, contended.device("dora"), emil);

        assertThatThrownBy(() -> contended.answering.answer(call.id(), emil, "emil"))
                .isInstanceOf(ContendedException.class);
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}

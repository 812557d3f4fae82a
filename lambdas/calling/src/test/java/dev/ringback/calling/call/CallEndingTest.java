package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.media.Media;
import dev.ringback.telemetry.Metric;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallEndingTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @ParameterizedTest
    @CsvSource({"CALLER, CANCELLED", "CALLEE, DECLINED"})
    void hangsUpWhileItRings(Actor party, CallState state) {
        Call call = SampleCalls.ringing(backend, anna, bob);

        CallEnding.Ended ended = hangUp(call, party);

        assertThat(ended).isEqualTo(new CallEnding.Ended(stored(call), true));
        assertThat(stored(call).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"CALLER", "CALLEE"})
    void hangsUpAfterTheAnswer(Actor party) {
        Call call = SampleCalls.answered(backend, anna, bob);

        hangUp(call, party);

        assertThat(stored(call).state()).isEqualTo(CallState.ENDED);
        assertThat(stored(call).change().by()).isEqualTo(party == Actor.CALLER ? anna : bob);
    }

    @Test
    void hangsUpThoughTheCallWasAnsweredMeanwhile() {
        Call seen = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(seen.id(), bob, "bob");

        assertThat(hangUp(seen, Actor.CALLER).endedNow()).isTrue();
        assertThat(stored(seen).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void tellsWhatOthersHadMadeOfTheCall() {
        Call seen = SampleCalls.ringing(backend, anna, bob);
        hangUp(seen, Actor.CALLEE);

        assertThat(hangUp(seen, Actor.CALLER)).isEqualTo(new CallEnding.Ended(stored(seen), false));
        assertThat(stored(seen).state()).isEqualTo(CallState.DECLINED);
    }

    @Test
    void hasNothingToEndWhenTheCallIsGone() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(new InMemoryBackend().ending.hangUp(call, call.callerId(), Optional.empty()))
                .isEqualTo(new CallEnding.Ended(call, false));
    }

    @Test
    void freesBothDevices() {
        hangUp(SampleCalls.answered(backend, anna, bob), Actor.CALLER);

        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void leavesTheMediaToBeReleased() {
        Call call = SampleCalls.answered(backend, anna, bob);

        hangUp(call, Actor.CALLER);

        assertThat(stored(call).media()).isEqualTo(call.media().map(Media::withoutTokens));
        assertThat(stored(call).leaseUntil()).isPresent();
    }

    @Test
    void declinesWithAReason() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        Call declined = backend.ending.decline(call, call.calleeId(), Optional.of("in_a_meeting"));

        assertThat(declined).isEqualTo(stored(call));
        assertThat(stored(call).state()).isEqualTo(CallState.DECLINED);
        assertThat(stored(call).change())
                .isEqualTo(new Change(bob, Optional.of("in_a_meeting"), backend.clock.instant()));
    }

    @Test
    void doesNotDeclineACallThatWasAnsweredMeanwhile() {
        Call seen = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(seen.id(), bob, "bob");

        assertThat(backend.ending.decline(seen, seen.calleeId(), Optional.empty()))
                .isEqualTo(stored(seen));
        assertThat(stored(seen).state()).isEqualTo(CallState.ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"anna, CANCELLED", "bob, DECLINED"})
    void endsTheCallOfADeviceThatGoesAway(String who, CallState state) {
        Call call = SampleCalls.ringing(backend, anna, bob);
        String device = who.equals("anna") ? anna : bob;

        backend.ending.leave(call.id(), device);

        assertThat(stored(call).state()).isEqualTo(state);
        assertThat(stored(call).change())
                .isEqualTo(new Change(device, Optional.of("device_removed"), backend.clock.instant()));
    }

    @Test
    void leavesTheCallAloneThatAnotherDeviceHasAnsweredMeanwhile() {
        String tablet = backend.device("bob");
        Call seen = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(seen.id(), tablet, "bob");

        assertThat(backend.ending.hangUp(seen, bob, Optional.empty()))
                .isEqualTo(new CallEnding.Ended(stored(seen), false));
        backend.ending.leave(seen.id(), bob);
        assertThat(stored(seen).state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void endsTheCallForTheDeviceThatAnswered() {
        String tablet = backend.device("bob");
        Call seen = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(seen.id(), tablet, "bob");

        assertThat(backend.ending.hangUp(seen, tablet, Optional.empty()).endedNow())
                .isTrue();
        assertThat(stored(seen).change().by()).isEqualTo(tablet);
        assertThat(backend.isFree(tablet)).isTrue();
    }

    @Test
    void leavesNoCallThatIsGone() {
        assertThatCode(() -> backend.ending.leave("unknown", anna)).doesNotThrowAnyException();
    }

    @Test
    void failsACallThatCouldNotBeSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        backend.ending.fail(call, "media_failed");

        assertThat(stored(call).state()).isEqualTo(CallState.FAILED);
        assertThat(stored(call).change()).isEqualTo(Change.bySystem("media_failed", backend.clock.instant()));
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void endsACallThatWasAnsweredBeforeItsSetUpFailed() {
        Call seen = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(seen.id(), bob, "bob");

        backend.ending.fail(seen, "media_failed");

        assertThat(stored(seen).state()).isEqualTo(CallState.ENDED);
        assertThat(stored(seen).change()).isEqualTo(Change.bySystem("media_failed", backend.clock.instant()));
        assertThat(backend.isFree(anna)).isTrue();
    }

    @Test
    void saysWhenAFailureCannotBeWrittenAndThrowsNothing() {
        InMemoryBackend broken = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                throw new IllegalStateException("the table is gone");
            }
        });
        Call call = SampleCalls.reserved(broken, broken.device("anna"), broken.device("bob"));

        broken.ending.fail(call, "media_failed");

        assertThat(broken.telemetry.events()).extracting("event").containsExactly("callNotEnded");
    }

    @Test
    void countsAnEndOnceByItsState() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        hangUp(call, Actor.CALLEE);
        hangUp(call, Actor.CALLER);

        assertThat(backend.telemetry.counts())
                .containsExactly(new Count(Metric.CALLS_ENDED, Map.of("state", "DECLINED")));
    }

    private CallEnding.Ended hangUp(Call call, Actor party) {
        String clientId = party == Actor.CALLER ? call.callerId() : call.calleeId();
        return backend.ending.hangUp(call, clientId, Optional.empty());
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}

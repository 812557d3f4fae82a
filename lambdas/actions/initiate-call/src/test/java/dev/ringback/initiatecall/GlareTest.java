package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.Pause;
import dev.ringback.calling.PortsWith;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two who call each other at the same time are in one call. */
class GlareTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void answersTheCallThatTheCalleeIsMaking() {
        Call annas = SampleCalls.ringing(backend, anna, bob);

        assertThat(bobCalls().toString())
                .isEqualTo(("{\"token\":\"callee token of %s\",\"callId\":\"%s\","
                                + "\"ringUntil\":\"2026-03-01T12:00:45Z\",\"merged\":true}")
                        .formatted(annas.id(), annas.id()));
        assertThat(stored(annas).state()).isEqualTo(CallState.ANSWERED);
        assertThat(stored(annas).change().by()).isEqualTo(bob);
    }

    @Test
    void makesNoSecondCall() {
        SampleCalls.ringing(backend, anna, bob);

        bobCalls();

        assertThat(((InMemoryCallStore) backend.calls).all()).hasSize(1);
        assertThat(backend.mediaProvider.live()).hasSize(1);
        assertThat(backend.ringer.rung()).isEmpty();
    }

    @Test
    void givesTheSameToOneWhoAsksAgainWithinAMinute() {
        SampleCalls.ringing(backend, anna, bob);
        JsonNode first = bobCalls();
        backend.clock.advance(Duration.ofMinutes(1).minusMillis(1));

        assertThat(bobCalls()).isEqualTo(first);
    }

    @Test
    void isBusyForOneWhoAsksAgainAfterAMinute() {
        SampleCalls.ringing(backend, anna, bob);
        bobCalls();
        backend.clock.advance(Duration.ofMinutes(1));

        assertThat(bobsRefusal(actions)).isEqualTo(ErrorCode.BUSY);
    }

    @Test
    void isBusyForTheCallerOfTheAnsweredCall() {
        SampleCalls.ringing(backend, anna, bob);
        bobCalls();

        assertThat(actions.refusal("anna", "initiateCall", Map.of("callerId", anna, "calleeId", bob)))
                .isEqualTo(ErrorCode.BUSY);
    }

    @Test
    void isBusyWhenTheCalleeIsCallingSomebodyElse() {
        Call annas = SampleCalls.ringing(backend, anna, backend.device("carl"));

        assertThat(bobsRefusal(actions)).isEqualTo(ErrorCode.BUSY);
        assertThat(stored(annas).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void isBusyWhenAnotherDeviceOfTheCalleesOwnerIsCalling() {
        Call annas = SampleCalls.ringing(backend, backend.device("anna"), bob);

        assertThat(bobsRefusal(actions)).isEqualTo(ErrorCode.BUSY);
        assertThat(stored(annas).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void answersForNobodyWhoDoesNotOwnTheDevice() {
        Call annas = SampleCalls.ringing(backend, anna, bob);

        assertThat(actions.refusal("carl", "initiateCall", Map.of("callerId", bob, "calleeId", anna)))
                .isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(stored(annas).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void waitsWhileTheOppositeCallIsBeingSetUp() {
        Call annas = SampleCalls.reserved(backend, anna, bob);
        Waiting waiting = new Waiting(3, () -> setUp(annas));

        JsonNode answer = waiting.actions().answer("bob", "initiateCall", fields());

        assertThat(waiting.pauses).isEqualTo(3);
        assertThat(answer.get("merged").booleanValue()).isTrue();
        assertThat(answer.get("token").textValue())
                .isEqualTo(FakeMediaProvider.media(annas.id()).callee().token());
    }

    @Test
    void waitsFourSecondsAndNoLonger() {
        Call annas = SampleCalls.reserved(backend, anna, bob);
        Instant before = backend.clock.instant();

        assertThat(bobsRefusal(actions)).isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(Duration.between(before, backend.clock.instant()))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(stored(annas).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void asksToTryAgainWhenTheOppositeCallEndsInTheMeantime() {
        Call annas = SampleCalls.reserved(backend, anna, bob);
        Waiting waiting = new Waiting(3, () -> backend.ending.hangUp(annas, annas.callerId(), Optional.empty()));

        assertThat(bobsRefusal(waiting.actions())).isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(bobCalls().has("merged")).isFalse();
    }

    @Test
    void asksToTryAgainWhenTheOppositeCallFails() {
        Call annas = SampleCalls.reserved(backend, anna, bob);
        Waiting waiting = new Waiting(1, () -> backend.ending.fail(annas, "media_failed"));

        assertThat(bobsRefusal(waiting.actions())).isEqualTo(ErrorCode.TRY_AGAIN);
    }

    @Test
    void asksToTryAgainWhenTheOppositeCallHasRungTooLong() {
        Call annas = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofSeconds(51));

        assertThat(bobsRefusal(actions)).isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(stored(annas).state()).isEqualTo(CallState.MISSED);
        assertThat(bobCalls().has("merged")).isFalse();
    }

    @Test
    void endsACallThatWasAnsweredThisWayAndThenCouldNotBeJoined() {
        InMemoryBackend racing = answeredAsSoonAsNoted();
        racing.mediaProvider.refuseToJoin(Kind.FAILED);

        assertThat(new LoadedActions(racing).refusal("anna", "initiateCall", annasFieldsIn(racing)))
                .isEqualTo(ErrorCode.BANDWIDTH_FAILED);
        assertThat(((InMemoryCallStore) racing.calls).all())
                .extracting(Call::state)
                .containsExactly(CallState.ENDED);
    }

    @Test
    void connectsTheCallerOfACallThatIsAnsweredThisWayDuringItsSetUp() {
        InMemoryBackend racing = answeredAsSoonAsNoted();

        JsonNode answer = new LoadedActions(racing).answer("anna", "initiateCall", annasFieldsIn(racing));

        String callId = answer.get("callId").textValue();
        assertThat(answer.get("token").textValue())
                .isEqualTo(FakeMediaProvider.media(callId).caller().token());
        assertThat(racing.calls.find(callId).map(Call::state)).contains(CallState.ANSWERED);
    }

    @Test
    void countsAndLogsItAsMerged() {
        Call annas = SampleCalls.ringing(backend, anna, bob);
        bobCalls();

        assertThat(backend.telemetry.counts()).contains(new Count(Metric.CALLS_STARTED, Map.of("outcome", "MERGED")));
        assertThat(backend.telemetry.events())
                .singleElement()
                .extracting("fields")
                .isEqualTo(Map.of("callId", annas.id(), "clientId", bob, "outcome", "MERGED"));
    }

    /** As if the callee, who waited for the set-up in a request of its own, were the first to see it. */
    private static InMemoryBackend answeredAsSoonAsNoted() {
        return new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Optional<Call> recordMedia(
                    Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
                Call noted = super.recordMedia(begun, calleeOwner, media, at, leaseUntil)
                        .orElseThrow();
                answer(new Answer(begun.id(), noted.calleeId(), calleeOwner, at, at, leaseUntil));
                // The write was repeated, because its first answer got lost.
                return super.recordMedia(begun, calleeOwner, media, at, leaseUntil);
            }
        });
    }

    private static Map<String, String> annasFieldsIn(InMemoryBackend other) {
        return Map.of("callerId", other.device("anna"), "calleeId", other.device("bob"));
    }

    private void setUp(Call call) {
        backend.calls.recordMedia(
                call,
                "bob",
                FakeMediaProvider.media(call.id()),
                backend.clock.instant(),
                call.ringUntil().plusSeconds(20));
    }

    private JsonNode bobCalls() {
        return actions.answer("bob", "initiateCall", fields());
    }

    private ErrorCode bobsRefusal(LoadedActions asked) {
        return asked.refusal("bob", "initiateCall", fields());
    }

    private Map<String, String> fields() {
        return Map.of("callerId", bob, "calleeId", anna);
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }

    /** Lets something happen in one of the pauses. */
    private final class Waiting implements Pause {
        private final int when;
        private final Runnable what;
        private int pauses;

        Waiting(int when, Runnable what) {
            this.when = when;
            this.what = what;
        }

        LoadedActions actions() {
            return new LoadedActions(new PortsWith<>(backend, Pause.class, this));
        }

        @Override
        public void of(Duration time) {
            pauses++;
            if (pauses == when) {
                what.run();
            }
        }
    }
}

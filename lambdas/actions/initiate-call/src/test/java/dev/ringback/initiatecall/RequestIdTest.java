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
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallRate;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.Parties;
import dev.ringback.calling.call.RequestPin;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is sent again makes no second call. */
class RequestIdTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @Test
    void getsTheSameAnswerAgain() {
        JsonNode first = annaCallsBob();
        backend.clock.advance(Duration.ofSeconds(20));

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void makesAndRingsOneCall() {
        annaCallsBob();
        annaCallsBob();

        assertThat(made()).hasSize(1);
        assertThat(backend.ringer.rung()).hasSize(1);
        assertThat(backend.mediaProvider.live()).hasSize(1);
    }

    @Test
    void getsTheSameAnswerAlsoWhenTheCallWasAnswered() {
        JsonNode first = annaCallsBob();
        backend.answering.answer(first.get("callId").textValue(), bob, "bob");

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isRefusedForACallToSomebodyElse() {
        annaCallsBob();

        assertThat(refusal("anna", anna, carl)).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(backend.isFree(carl)).isTrue();
    }

    @Test
    void mayTryAgainAfterACallThatCouldNotBeSetUp() {
        backend.mediaProvider.refuseToCreate(Kind.UNAVAILABLE);
        assertThat(refusal("anna", anna, bob)).isEqualTo(ErrorCode.BANDWIDTH_UNAVAILABLE);
        backend.mediaProvider.mend();

        JsonNode second = annaCallsBob();

        assertThat(made()).hasSize(2);
        assertThat(annaCallsBob()).isEqualTo(second);
    }

    @Test
    void mayTryAgainAsOftenAsItFails() {
        backend.mediaProvider.refuseToCreate(Kind.UNAVAILABLE);

        assertThat(refusal("anna", anna, bob)).isEqualTo(ErrorCode.BANDWIDTH_UNAVAILABLE);
        assertThat(refusal("anna", anna, bob)).isEqualTo(ErrorCode.BANDWIDTH_UNAVAILABLE);
        assertThat(refusal("anna", anna, bob)).isEqualTo(ErrorCode.BANDWIDTH_UNAVAILABLE);
        assertThat(made()).extracting(Call::state).hasSize(3).containsOnly(CallState.FAILED);
    }

    @Test
    void makesAnotherCallAfterTenMinutes() {
        end(annaCallsBob(), Transition.CANCEL);
        backend.clock.advance(Duration.ofMinutes(10));

        annaCallsBob();

        assertThat(made()).hasSize(2);
    }

    @Test
    void neverMeetsTheRequestOfAnotherOwner() {
        end(annaCallsBob(), Transition.CANCEL);

        JsonNode carls = actions.answer("carl", "initiateCall", fields(carl, bob));

        assertThat(backend.calls.find(carls.get("callId").textValue()).map(Call::callerId))
                .contains(carl);
    }

    @Test
    void tellsNobodyOfTheCallOfADeviceThatIsNotHis() {
        annaCallsBob();

        assertThat(refusal("carl", anna, bob)).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void neverMeetsTheRequestOfAnotherDevice() {
        end(annaCallsBob(), Transition.CANCEL);
        String second = backend.device("anna");

        JsonNode answer = actions.answer("anna", "initiateCall", fields(second, bob));

        assertThat(backend.calls.find(answer.get("callId").textValue()).map(Call::callerId))
                .contains(second);
    }

    @Test
    void waitsForTheFirstToSetUpTheCall() {
        Call first = beingSetUp();
        Pause pause = _ -> backend.calls.recordMedia(
                first,
                "bob",
                FakeMediaProvider.media(first.id()),
                backend.clock.instant(),
                first.ringUntil().plusSeconds(20));

        JsonNode answer = new LoadedActions(new PortsWith<>(backend, Pause.class, pause))
                .answer("anna", "initiateCall", fields(anna, bob));

        assertThat(answer.get("callId").textValue()).isEqualTo(first.id());
        assertThat(answer.get("token").textValue())
                .isEqualTo(FakeMediaProvider.media(first.id()).caller().token());
    }

    @Test
    void makesTheCallItselfWhenTheFirstFails() {
        Call first = beingSetUp();
        Pause pause = _ -> backend.ending.fail(first, "media_failed");

        JsonNode answer = new LoadedActions(new PortsWith<>(backend, Pause.class, pause))
                .answer("anna", "initiateCall", fields(anna, bob));

        assertThat(answer.get("callId").textValue()).isNotEqualTo(first.id());
    }

    @Test
    void asksToTryAgainWhenTheFirstFailsSoLateThatAnotherWouldNotAnswerInTime() {
        Call first = beingSetUp();
        Pause pause = _ -> {
            backend.clock.advance(Duration.ofSeconds(3));
            backend.ending.fail(first, "media_failed");
        };

        assertThat(new LoadedActions(new PortsWith<>(backend, Pause.class, pause))
                        .refusal("anna", "initiateCall", fields(anna, bob)))
                .isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(made()).hasSize(1);
    }

    @Test
    void waitsNoLongerWhenEachLookTakesItsTime() {
        Call first = beingSetUp();
        Instant before = backend.clock.instant();
        Pause pause = _ -> backend.clock.advance(Duration.ofSeconds(2));

        assertThat(new LoadedActions(new PortsWith<>(backend, Pause.class, pause))
                        .refusal("anna", "initiateCall", fields(anna, bob)))
                .isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(Duration.between(before, backend.clock.instant())).isLessThan(Duration.ofSeconds(7));
        assertThat(made()).containsExactly(first);
    }

    @Test
    void makesTheCallItselfWhenTheFirstDiedDuringTheSetUp() {
        Call first = beingSetUp();
        backend.clock.advance(backend.times.setUpLease());

        JsonNode answer = annaCallsBob();

        assertThat(answer.get("callId").textValue()).isNotEqualTo(first.id());
        assertThat(backend.calls.find(first.id()).map(Call::state)).contains(CallState.FAILED);
    }

    @Test
    void asksToTryAgainWhenTheFirstTakesTooLong() {
        Call first = beingSetUp();
        Instant before = backend.clock.instant();

        assertThat(refusal("anna", anna, bob)).isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(Duration.between(before, backend.clock.instant()))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(made()).containsExactly(first);
    }

    @Test
    void countsARepetitionAsSuch() {
        annaCallsBob();
        annaCallsBob();

        assertThat(backend.telemetry.counts())
                .containsExactly(
                        new Count(Metric.CALLS_STARTED, Map.of("outcome", "STARTED")),
                        new Count(Metric.CALLS_STARTED, Map.of("outcome", "REPEATED")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "request#1", "a b", "12345678901234567890123456789012345678901234567890123456789012345"})
    void isRefusedWithAnIdThatCannotBeOne(String requestId) {
        Map<String, String> fields = new HashMap<>(fields(anna, bob));
        fields.put("requestId", requestId);

        assertThat(actions.refusal("anna", "initiateCall", fields)).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    /** The first of two equal requests, half-way. */
    private Call beingSetUp() {
        Instant now = backend.clock.instant();
        Call call = Call.begin(
                "call-1",
                new Parties(anna, "anna", bob),
                now,
                now.plus(backend.times.ring()),
                now.plus(backend.times.setUpLease()));
        Optional<RequestPin> pin = Optional.of(RequestPin.of("anna", anna, "request-1", now));
        backend.calls.reserve(
                new NewCall(call, now.plus(backend.times.kept()), pin, CallRate.of("anna", now, new CallLimits(1000))));
        return call;
    }

    private void end(JsonNode answer, Transition transition) {
        Call call = backend.calls.find(answer.get("callId").textValue()).orElseThrow();
        backend.calls.end(call, transition, Change.bySystem("test", backend.clock.instant()));
    }

    private List<Call> made() {
        return ((InMemoryCallStore) backend.calls).all();
    }

    private JsonNode annaCallsBob() {
        return actions.answer("anna", "initiateCall", fields(anna, bob));
    }

    private ErrorCode refusal(String owner, String callerId, String calleeId) {
        return actions.refusal(owner, "initiateCall", fields(callerId, calleeId));
    }

    private static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId, "requestId", "request-1");
    }
}

package dev.ringback.answercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void givesTheCalleeItsTokenAndTheState() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(answer(call).toString())
                .isEqualTo("{\"token\":\"callee token of %s\",\"callId\":\"%s\",\"state\":\"ANSWERED\"}"
                        .formatted(call.id(), call.id()));
        assertThat(state(call)).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void givesTheSameASecondTime() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(answer(call)).isEqualTo(answer(call));
    }

    @Test
    void givesAllOfManyAnswersAtOnceTheSame() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(Together.run(Collections.nCopies(8, () -> answer(call))).stream()
                        .map(Outcome::orThrow)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void refusesTheCaller() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("anna", anna, call.id())).isEqualTo(ErrorCode.CALL_RINGING);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void givesTheCallerNoTokenOfAnAnsweredCall() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(refusal("anna", anna, call.id())).isEqualTo(ErrorCode.CALL_ANSWERED);
    }

    @Test
    void refusesAnotherWhoNamesTheCalleesDevice() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("carl", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesTheCallerWhoNamesTheCalleesDevice() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("anna", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesADeviceThatIsNotCalled() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("carl", backend.device("carl"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("bob", backend.device("carl"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void givesAnotherDeviceOfTheCalleeTheToken() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        JsonNode answer = answer(call, backend.device("bob"));

        assertThat(answer.path("token").textValue()).isEqualTo("callee token of " + call.id());
        assertThat(state(call)).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void refusesWhoeverAnswersAfterAnotherDevice() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        answer(call, backend.device("bob"));

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_ANSWERED);
        assertThat(refusal("bob", backend.device("bob"), call.id())).isEqualTo(ErrorCode.CALL_ANSWERED);
    }

    @Test
    void refusesADeviceThatIsInAnotherCall() {
        String tablet = backend.device("bob");
        SampleCalls.answered(backend, backend.device("carl"), tablet);
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("bob", tablet, call.id())).isEqualTo(ErrorCode.BUSY);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void givesNoStrangerTheTokenOfAnAnsweredCall() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(refusal("carl", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesACallThatWasNeverMade() {
        assertThat(refusal("bob", bob, "unknown")).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesACallThatIsStillBeingSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RINGING", "ANSWERED"})
    void tellsWhatBecameOfACallThatIsOver(CallState state) {
        Call call = SampleCalls.over(backend, anna, bob, state);

        assertThat(refusal("bob", bob, call.id()).callState()).contains(state.name());
    }

    @Test
    void refusesAnAnswerThatComesTooLate() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(backend.times.ring().plus(CallTimes.GRACE).plusMillis(1));

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_MISSED);
        assertThat(state(call)).isEqualTo(CallState.MISSED);
    }

    @Test
    void asksToTryAgainWhenTheCallIsContended() {
        InMemoryBackend contended = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing answer(Answer answer) {
                throw new ContendedException("others", null);
            }
        });
        String emil = contended.device("emil");
        Call call = SampleCalls.ringing(contended, contended.device("dora"), emil);

        assertThat(new LoadedActions(contended)
                        .refusal("emil", "answerCall", Map.of("clientId", emil, "callId", call.id())))
                .isEqualTo(ErrorCode.TRY_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "request#00", "../x", "a b"})
    void refusesWhatCannotBeAnId(String id) {
        assertThat(refusal("bob", id, "call-1")).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal("bob", bob, id)).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void logsTheCallAndNoToken() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        answer(call);

        assertThat(backend.telemetry.events())
                .singleElement()
                .extracting("fields")
                .isEqualTo(Map.of("callId", call.id(), "clientId", bob, "outcome", "ANSWERED"));
    }

    private JsonNode answer(Call call) {
        return answer(call, bob);
    }

    private JsonNode answer(Call call, String clientId) {
        return actions.answer("bob", "answerCall", Map.of("clientId", clientId, "callId", call.id()));
    }

    private ErrorCode refusal(String owner, String clientId, String callId) {
        return actions.refusal(owner, "answerCall", Map.of("clientId", clientId, "callId", callId));
    }

    private CallState state(Call call) {
        return backend.calls.find(call.id()).orElseThrow().state();
    }
}

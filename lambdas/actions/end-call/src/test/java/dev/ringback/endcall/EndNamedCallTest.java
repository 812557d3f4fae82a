package dev.ringback.endcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.SampleCalls;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ends the call that is named, and no other. */
class EndNamedCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @ParameterizedTest
    @CsvSource({"anna, CANCELLED", "bob, DECLINED"})
    void endsItWhileItRings(String owner, CallState state) {
        Call call = SampleCalls.ringing(backend, anna, bob);

        JsonNode result = end(owner, owner.equals("anna") ? anna : bob, call).get("result");

        assertThat(result.get("ended").booleanValue()).isTrue();
        assertThat(result.get("state").textValue()).isEqualTo(state.name());
        assertThat(state(call)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"anna", "bob"})
    void endsItAfterTheAnswer(String owner) {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(end(owner, owner.equals("anna") ? anna : bob, call)
                        .get("result")
                        .get("state")
                        .textValue())
                .isEqualTo("ENDED");
        assertThat(state(call)).isEqualTo(CallState.ENDED);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RINGING", "ANSWERED"})
    void succeedsWhenItIsOverAndTellsItsState(CallState state) {
        Call call = SampleCalls.over(backend, anna, bob, state);

        assertThat(end("anna", anna, call).toString())
                .isEqualTo("{\"message\":\"success\",\"result\":{\"ended\":false,\"callId\":\"%s\",\"state\":\"%s\"}}"
                        .formatted(call.id(), state));
        assertThat(state(call)).isEqualTo(state);
    }

    @Test
    void leavesALaterCallOfTheDeviceAlone() {
        Call earlier = SampleCalls.over(backend, anna, bob, CallState.ENDED);
        Call later = SampleCalls.ringing(backend, carl, anna);

        end("anna", anna, earlier);

        assertThat(state(later)).isEqualTo(CallState.RINGING);
        assertThat(backend.isFree(anna)).isFalse();
    }

    @Test
    void refusesACallOfOthers() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("carl", carl, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesACallOfOthersAlsoToADeviceThatIsInAnother() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        Call own = SampleCalls.ringing(backend, carl, backend.device("dora"));

        assertThat(refusal("carl", carl, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
        assertThat(state(own)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesAnotherWhoNamesADeviceOfTheCall() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("carl", anna, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("anna", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesAnotherDeviceOfTheCaller() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("anna", backend.device("anna"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void endsItForAnyDeviceOfTheCalleeWhileItRings() {
        String tablet = backend.device("bob");
        Call call = SampleCalls.ringing(backend, anna, bob);

        end("bob", tablet, call);

        assertThat(state(call)).isEqualTo(CallState.DECLINED);
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void endsItForTheDeviceThatAnswered() {
        String tablet = backend.device("bob");
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(call.id(), tablet, "bob");

        end("bob", tablet, call);

        assertThat(state(call)).isEqualTo(CallState.ENDED);
        assertThat(backend.isFree(tablet)).isTrue();
    }

    @Test
    void leavesTheCallAloneThatAnotherDeviceHasAnswered() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(call.id(), backend.device("bob"), "bob");

        assertThat(end("bob", bob, call).toString())
                .isEqualTo(
                        "{\"message\":\"success\",\"result\":{\"ended\":false,\"callId\":\"%s\",\"state\":\"ANSWERED\"}}"
                                .formatted(call.id()));
        assertThat(state(call)).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void refusesADeviceOfSomebodyElseInTheNameOfTheCallee() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("bob", carl, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesACallThatWasNeverMade() {
        assertThat(refusal("anna", anna, "unknown")).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesACalleeWhomTheCallHasNotReachedYet() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void succeedsForADeviceThatIsGone() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.ending.hangUp(call, call.callerId(), Optional.empty());
        backend.devices.delete(backend.devices.find(anna).orElseThrow());

        assertThat(end("anna", anna, call).get("message").textValue()).isEqualTo("success");
    }

    private JsonNode end(String owner, String clientId, Call call) {
        return actions.answer(owner, "endCall", Map.of("clientId", clientId, "callId", call.id()));
    }

    private ErrorCode refusal(String owner, String clientId, String callId) {
        return actions.refusal(owner, "endCall", Map.of("clientId", clientId, "callId", callId));
    }

    private CallState state(Call call) {
        return backend.calls.find(call.id()).orElseThrow().state();
    }
}

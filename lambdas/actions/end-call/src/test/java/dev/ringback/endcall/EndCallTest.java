package dev.ringback.endcall;

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
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends whatever call a device is in. */
class EndCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void cancelsForTheCallerWhileItRings() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(endCall("anna", anna).toString()).isEqualTo(success(true, call, CallState.CANCELLED));
        assertOver(call, CallState.CANCELLED);
    }

    @Test
    void declinesForTheCalleeWhileItRings() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(endCall("bob", bob).toString()).isEqualTo(success(true, call, CallState.DECLINED));
        assertOver(call, CallState.DECLINED);
    }

    @Test
    void hangsUpForTheCallerAfterTheAnswer() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(endCall("anna", anna).toString()).isEqualTo(success(true, call, CallState.ENDED));
        assertOver(call, CallState.ENDED);
    }

    @Test
    void hangsUpForTheCalleeAfterTheAnswer() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(endCall("bob", bob).toString()).isEqualTo(success(true, call, CallState.ENDED));
        assertOver(call, CallState.ENDED);
    }

    @Test
    void cancelsACallThatIsStillBeingSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        endCall("anna", anna);

        assertOver(call, CallState.CANCELLED);
    }

    @Test
    void succeedsWhenThereIsNothingToEnd() {
        assertThat(endCall("anna", anna).toString())
                .isEqualTo("{\"message\":\"success\",\"result\":{\"ended\":false}}");
    }

    @Test
    void succeedsASecondTime() {
        SampleCalls.ringing(backend, anna, bob);
        endCall("anna", anna);

        assertThat(endCall("anna", anna).toString())
                .isEqualTo("{\"message\":\"success\",\"result\":{\"ended\":false}}");
    }

    @Test
    void succeedsForBothSidesAtOnce() {
        Call call = SampleCalls.answered(backend, anna, bob);

        List<Callable<JsonNode>> both = List.of(() -> endCall("anna", anna), () -> endCall("bob", bob));

        assertThat(Together.run(both).stream()
                        .map(Outcome::orThrow)
                        .map(answer -> answer.get("message").textValue()))
                .containsExactly("success", "success");
        assertOver(call, CallState.ENDED);
    }

    @Test
    void endsACallWhoseLeaseHasRunOut() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.clock.advance(Duration.ofHours(2));

        endCall("anna", anna);

        assertOver(call, CallState.ENDED);
    }

    @Test
    void refusesToEndACallOfAnotherClient() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(actions.refusal("carl", "endCall", Map.of("clientId", anna))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesToEndForTheOtherSide() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(actions.refusal("anna", "endCall", Map.of("clientId", bob))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(state(call)).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesAnUnknownDevice() {
        assertThat(actions.refusal("anna", "endCall", Map.of("clientId", "unknown")))
                .isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token#00",
                "../x",
                "a b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesWhatCannotBeAnId(String id) {
        assertThat(actions.refusal("anna", "endCall", Map.of("clientId", id))).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(actions.refusal("anna", "endCall", Map.of("clientId", anna, "callId", id)))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void asksToTryAgainWhenTheCallIsContended() {
        InMemoryBackend contended = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                throw new ContendedException("others", null);
            }
        });
        String dora = contended.device("dora");
        SampleCalls.reserved(contended, dora, contended.device("emil"));

        assertThat(new LoadedActions(contended).refusal("dora", "endCall", Map.of("clientId", dora)))
                .isEqualTo(ErrorCode.TRY_AGAIN);
    }

    @Test
    void logsWhichCallWasEnded() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        endCall("anna", anna);

        assertThat(backend.telemetry.events())
                .singleElement()
                .extracting("fields")
                .isEqualTo(Map.of("callId", call.id(), "clientId", anna, "outcome", "ENDED"));
    }

    private JsonNode endCall(String owner, String clientId) {
        return actions.answer(owner, "endCall", Map.of("clientId", clientId));
    }

    private static String success(boolean ended, Call call, CallState state) {
        return "{\"message\":\"success\",\"result\":{\"ended\":%s,\"callId\":\"%s\",\"state\":\"%s\"}}"
                .formatted(ended, call.id(), state);
    }

    private CallState state(Call call) {
        return backend.calls.find(call.id()).orElseThrow().state();
    }

    private void assertOver(Call call, CallState state) {
        assertThat(state(call)).isEqualTo(state);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }
}

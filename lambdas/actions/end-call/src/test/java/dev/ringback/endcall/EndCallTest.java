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
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void letsTheCallerEndTheCall() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        JsonNode answer = endCall("anna", anna);

        assertThat(answer.toString())
                .isEqualTo("{\"message\":\"success\",\"result\":{\"ended\":true,\"callId\":\"" + call.id() + "\"}}");
        assertOver(call);
    }

    @Test
    void letsTheCalleeEndTheCall() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(endCall("bob", bob).get("result").get("ended").booleanValue())
                .isTrue();
        assertOver(call);
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

        assertThat(endCall("anna", anna).get("message").textValue()).isEqualTo("success");
    }

    @Test
    void succeedsForBothSidesAtOnce() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        List<Callable<JsonNode>> both = List.of(() -> endCall("anna", anna), () -> endCall("bob", bob));

        assertThat(Together.run(both).stream()
                        .map(Outcome::orThrow)
                        .map(answer -> answer.get("message").textValue()))
                .containsExactly("success", "success");
        assertOver(call);
    }

    @Test
    void completesAnEndThatWasOnlyBegun() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.calls.end(call.id(), CallState.ENDED, backend.clock.instant());

        endCall("bob", bob);

        assertOver(call);
    }

    @Test
    void endsACallWhoseLeaseHasRunOut() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofHours(2));

        endCall("anna", anna);

        assertOver(call);
    }

    @Test
    void succeedsThoughTheMediaCannotBeReleased() {
        SampleCalls.ringing(backend, anna, bob);
        backend.mediaProvider.breakDown();

        assertThat(endCall("anna", anna).get("message").textValue()).isEqualTo("success");
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void refusesToEndACallOfAnotherClient() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(actions.refusal("carl", "endCall", Map.of("clientId", anna))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(backend.calls.find(call.id()).orElseThrow().state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesToEndForTheOtherSide() {
        SampleCalls.ringing(backend, anna, bob);

        assertThat(actions.refusal("anna", "endCall", Map.of("clientId", bob))).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
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
    }

    @Test
    void asksToTryAgainWhenTheCallIsContended() {
        InMemoryBackend contended = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Ending end(String callId, CallState finalState, Instant now) {
                throw new ContendedException("others", null);
            }
        });
        String dora = contended.device("dora");
        SampleCalls.reserved(contended, dora, contended.device("emil"));

        assertThat(new LoadedActions(contended).refusal("dora", "endCall", Map.of("clientId", dora)))
                .isEqualTo(ErrorCode.TRY_AGAIN);
    }

    private JsonNode endCall(String owner, String clientId) {
        return actions.answer(owner, "endCall", Map.of("clientId", clientId));
    }

    private void assertOver(Call call) {
        assertThat(backend.calls.find(call.id()).orElseThrow().state()).isEqualTo(CallState.ENDED);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
        assertThat(backend.mediaProvider.live()).isEmpty();
    }
}

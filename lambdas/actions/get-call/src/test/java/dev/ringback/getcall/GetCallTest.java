package dev.ringback.getcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void tellsOfACallThatRings() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(get("anna", anna, call).toString())
                .isEqualTo(("{\"callId\":\"%s\",\"state\":\"RINGING\",\"callerId\":\"%s\",\"calleeId\":\"%s\","
                                + "\"startedAt\":\"2026-03-01T12:00:00Z\",\"ringUntil\":\"2026-03-01T12:00:45Z\"}")
                        .formatted(call.id(), anna, bob));
    }

    @Test
    void tellsWhenAndWhyACallEnded() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofMillis(7113));
        backend.calls.end(call, Transition.DECLINE, new Change(bob, Optional.of("busy"), backend.clock.instant()));

        JsonNode answer = get("anna", anna, call);

        assertThat(answer.path("state").textValue()).isEqualTo("DECLINED");
        assertThat(answer.path("reason").textValue()).isEqualTo("busy");
        assertThat(answer.path("endedAt").textValue()).isEqualTo("2026-03-01T12:00:07.113Z");
        assertThat(answer.has("answeredAt")).isFalse();
    }

    @Test
    void tellsWhenACallWasAnswered() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(get("bob", bob, call).path("answeredAt").textValue()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RINGING", "ANSWERED"})
    void tellsOfACallThatIsOver(CallState state) {
        Call call = SampleCalls.over(backend, anna, bob, state);

        assertThat(get("anna", anna, call).path("state").textValue()).isEqualTo(state.name());
    }

    @Test
    void tellsBothSidesTheSame() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(get("bob", bob, call)).isEqualTo(get("anna", anna, call));
    }

    @Test
    void tellsNoToken() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(call.media().orElseThrow().callee().token()).contains("token");
        assertThat(get("bob", bob, call).toString()).doesNotContain("token", "session-of", "callee-of");
    }

    @Test
    void tellsTheCallerOfACallThatIsBeingSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(get("anna", anna, call).path("state").textValue()).isEqualTo("RINGING");
    }

    @Test
    void hidesACallThatIsBeingSetUpFromItsCallee() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesAnotherWhoNamesADeviceOfTheCall() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(refusal("carl", anna, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("anna", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("bob", anna, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesADeviceThatIsNotInTheCall() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(refusal("carl", backend.device("carl"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("anna", backend.device("anna"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void tellsEachDeviceOfTheCalleeWhichOneAnswered() {
        String tablet = backend.device("bob");
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(call.id(), tablet, "bob");

        assertThat(get("bob", bob, call).path("answeredBy").textValue()).isEqualTo(tablet);
        assertThat(get("bob", tablet, call)).isEqualTo(get("anna", anna, call));
    }

    @Test
    void refusesADeviceOfSomebodyElseInTheNameOfTheCallee() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("bob", backend.device("carl"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("bob", "unknown", call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesACallThatWasNeverMade() {
        assertThat(refusal("anna", anna, "unknown")).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "request#00", "../x", "a b"})
    void refusesWhatCannotBeAnId(String id) {
        assertThat(refusal("anna", id, "call-1")).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal("anna", anna, id)).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    private JsonNode get(String owner, String clientId, Call call) {
        return actions.answer(owner, "getCall", Map.of("clientId", clientId, "callId", call.id()));
    }

    private ErrorCode refusal(String owner, String clientId, String callId) {
        return actions.refusal(owner, "getCall", Map.of("clientId", clientId, "callId", callId));
    }
}

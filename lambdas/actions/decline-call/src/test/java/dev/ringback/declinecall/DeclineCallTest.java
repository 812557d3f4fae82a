package dev.ringback.declinecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclineCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void turnsDownACallThatRings() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(decline(call).toString())
                .isEqualTo("{\"message\":\"success\",\"callId\":\"" + call.id() + "\",\"state\":\"DECLINED\"}");
        assertThat(stored(call).state()).isEqualTo(CallState.DECLINED);
    }

    @Test
    void turnsItDownOnAllDevicesOfTheUser() {
        String tablet = backend.device("bob");
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(declineOn(actions, tablet, call)).isEqualTo("DECLINED");
        assertThat(stored(call).change().by()).isEqualTo(tablet);
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void letsTheOtherDevicesOfTheUserRingOnWhereTheEnvironmentWantsIt() {
        InMemoryBackend other = new InMemoryBackend().decliningOneByOne();
        String phone = other.device("bob");
        String tablet = other.device("bob");
        Call call = SampleCalls.ringing(other, other.device("anna"), phone);
        LoadedActions oneByOne = new LoadedActions(other);

        assertThat(declineOn(oneByOne, phone, call)).isEqualTo("RINGING");
        assertThat(declineOn(oneByOne, tablet, call)).isEqualTo("DECLINED");
        assertThat(declineOn(oneByOne, phone, call)).isEqualTo("DECLINED");
    }

    @Test
    void refusesADeviceWhenAnotherHasAnswered() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.answering.answer(call.id(), backend.device("bob"), "bob");

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_ANSWERED);
        assertThat(stored(call).state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void freesBothDevices() {
        decline(SampleCalls.ringing(backend, anna, bob));

        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void passesTheReasonOn() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        actions.answer("bob", "declineCall", Map.of("clientId", bob, "callId", call.id(), "reason", "in_a-Meeting.1"));

        assertThat(stored(call).change())
                .isEqualTo(new Change(bob, Optional.of("in_a-Meeting.1"), backend.clock.instant()));
    }

    @Test
    void needsNoReason() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        decline(call);

        assertThat(stored(call).change().reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<b>", "ümlaut", "new\nline"})
    void refusesAReasonThatIsNoCode(String reason) {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusalOf(call, reason)).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesAReasonOfMoreThan64Characters() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusalOf(call, "x".repeat(65))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void answersTheSameASecondTime() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(decline(call)).isEqualTo(decline(call));
    }

    @Test
    void keepsTheFirstReason() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        decline(call);
        actions.answer("bob", "declineCall", Map.of("clientId", bob, "callId", call.id(), "reason", "later"));

        assertThat(stored(call).change().reason()).isEmpty();
    }

    @Test
    void refusesTheCaller() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("anna", anna, call.id())).isEqualTo(ErrorCode.CALL_RINGING);
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesTheCallerOfACallThatWasDeclined() {
        Call call = SampleCalls.over(backend, anna, bob, CallState.DECLINED);

        assertThat(refusal("anna", anna, call.id())).isEqualTo(ErrorCode.CALL_DECLINED);
    }

    @Test
    void refusesAnotherWhoNamesTheCalleesDevice() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("carl", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("anna", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesADeviceThatIsNotCalled() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(refusal("carl", backend.device("carl"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal("bob", backend.device("carl"), call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesACallThatWasNeverMade() {
        assertThat(refusal("bob", bob, "unknown")).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void refusesACallThatIsStillBeingSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void refusesACallThatWasAnswered() {
        Call call = SampleCalls.answered(backend, anna, bob);

        assertThat(refusal("bob", bob, call.id())).isEqualTo(ErrorCode.CALL_ANSWERED);
        assertThat(stored(call).state()).isEqualTo(CallState.ANSWERED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RINGING", "ANSWERED", "DECLINED"})
    void tellsWhatElseBecameOfACallThatIsOver(CallState state) {
        Call call = SampleCalls.over(backend, anna, bob, state);

        assertThat(refusal("bob", bob, call.id()).callState()).contains(state.name());
    }

    @Test
    void tellsWhatOthersMadeOfTheCallInTheMeantime() {
        InMemoryBackend racing = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                super.end(seen, Transition.CANCEL, change);
                return super.end(seen, transition, change);
            }
        });

        assertThat(refusalIn(racing)).isEqualTo(ErrorCode.CALL_CANCELLED);
    }

    @Test
    void asksToTryAgainWhenTheCallIsContended() {
        InMemoryBackend contended = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                throw new ContendedException("others", null);
            }
        });

        assertThat(refusalIn(contended)).isEqualTo(ErrorCode.TRY_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "request#00", "../x", "a b"})
    void refusesWhatCannotBeAnId(String id) {
        assertThat(refusal("bob", id, "call-1")).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal("bob", bob, id)).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void logsTheOutcome() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        decline(call);

        assertThat(backend.telemetry.events())
                .singleElement()
                .extracting("fields")
                .isEqualTo(Map.of("callId", call.id(), "clientId", bob, "outcome", "DECLINED"));
    }

    private static String declineOn(LoadedActions actions, String clientId, Call call) {
        return actions.answer("bob", "declineCall", Map.of("clientId", clientId, "callId", call.id()))
                .path("state")
                .textValue();
    }

    private JsonNode decline(Call call) {
        return actions.answer("bob", "declineCall", Map.of("clientId", bob, "callId", call.id()));
    }

    private ErrorCode refusal(String owner, String clientId, String callId) {
        return actions.refusal(owner, "declineCall", Map.of("clientId", clientId, "callId", callId));
    }

    private ErrorCode refusalOf(Call call, String reason) {
        return actions.refusal("bob", "declineCall", Map.of("clientId", bob, "callId", call.id(), "reason", reason));
    }

    private static ErrorCode refusalIn(InMemoryBackend other) {
        String emil = other.device("emil");
        Call call = SampleCalls.ringing(other, other.device("dora"), emil);
        return new LoadedActions(other).refusal("emil", "declineCall", Map.of("clientId", emil, "callId", call.id()));
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}

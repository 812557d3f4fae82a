package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.person.Person;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna calls Bob, who has blocked her. */
class BlockedTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @BeforeEach
    void block() {
        backend.blocks.block("bob", "anna", new Blocked(anna, backend.clock.instant()));
    }

    @Test
    void neverRings() {
        call("anna", anna, bob);

        assertThat(backend.ringer.rung()).isEmpty();
        assertThat(backend.ringTimer.started()).isEmpty();
    }

    @Test
    void ringsNoOtherDeviceEither() {
        call("anna", anna, backend.device("bob"));

        assertThat(backend.ringer.rung()).isEmpty();
    }

    @Test
    void doesNotRingWhoIsCalledAsAPerson() {
        backend.people.put("person", new Person("bob", bob));

        call("anna", anna, "person");

        assertThat(backend.ringer.rung()).isEmpty();
    }

    @Test
    void doesNotRingForAnotherDeviceOfTheBlockedUser() {
        call("anna", backend.device("anna"), bob);

        assertThat(backend.ringer.rung()).isEmpty();
    }

    @Test
    void looksLikeACallToSomebodyWhoCannotBeReached() {
        Call blocked = call("anna", anna, bob);
        String carl = backend.device("carl");
        Call other = SampleCalls.ringing(backend, anna, carl);
        Changing unreachable =
                backend.calls.end(other, Transition.NOT_REACHED, Change.bySystem("no_device", backend.clock.instant()));

        assertThat(blocked.state()).isEqualTo(CallState.UNREACHABLE);
        assertThat(unreachable).isInstanceOf(Changing.Changed.class);
        assertThat(blocked.change())
                .isEqualTo(((Changing.Changed) unreachable).call().change());
        assertThat(blocked.version())
                .isEqualTo(((Changing.Changed) unreachable).call().version());
    }

    @Test
    void answersTheCallerAsEver() {
        JsonNode answer = actions.answer("anna", "initiateCall", fields(anna, bob));

        assertThat(answer.fieldNames()).toIterable().containsExactly("token", "callId", "ringUntil");
    }

    @Test
    void holdsNobody() {
        call("anna", anna, bob);

        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void isNothingToTheCallee() {
        Call call = call("anna", anna, bob);

        assertThat(call.parties().calleeOwner()).isEmpty();
        assertThat(call.parties().concerns(bob, "bob")).isFalse();
        assertThat(backend.history.of(bob, "bob", Optional.empty(), 10).entries())
                .isEmpty();
    }

    @Test
    void isInTheHistoryOfTheCaller() {
        Call call = call("anna", anna, bob);

        assertThat(backend.history.of(anna, "anna", Optional.empty(), 10).entries())
                .extracting("callId")
                .containsExactly(call.id());
    }

    @Test
    void ringsTheOtherWayRound() {
        Call call = call("bob", bob, anna);

        assertThat(backend.ringer.rung()).containsExactly(call.id());
    }

    @Test
    void mayAnswerByCalling() {
        Call bobs = SampleCalls.ringing(backend, bob, anna);

        assertThat(actions.answer("anna", "initiateCall", fields(anna, bob))
                        .get("callId")
                        .textValue())
                .isEqualTo(bobs.id());
    }

    @Test
    void cannotBeAnsweredByTheCalleeWhoCallsAtTheSameTime() {
        Call begun = SampleCalls.reserved(backend, anna, bob);
        SampleCalls.noteMedia(backend, begun, "bob");

        assertThat(actions.refusal("bob", "initiateCall", fields(bob, anna))).isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(backend.calls.find(begun.id()).map(Call::state)).contains(CallState.RINGING);
    }

    @Test
    void ringsAgainOnceTheBlockIsGone() {
        backend.blocks.unblock("bob", "anna");
        Call call = call("anna", anna, bob);

        assertThat(backend.ringer.rung()).containsExactly(call.id());
    }

    @Test
    void ringsSomebodyElse() {
        Call call = call("anna", anna, backend.device("carl"));

        assertThat(backend.ringer.rung()).containsExactly(call.id());
    }

    private Call call(String user, String callerId, String calleeId) {
        JsonNode answer = actions.answer(user, "initiateCall", fields(callerId, calleeId));
        return backend.calls.find(answer.get("callId").textValue()).orElseThrow();
    }

    private static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId);
    }
}

package dev.ringback.blockuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.person.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bob blocks Anna. */
class BlockUserTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void blocksTheUserOfADevice() {
        assertThat(block(Map.of("blockedId", anna))).isEqualTo(anna);
        assertThat(blocked()).containsExactly(anna);
    }

    @Test
    void blocksTheUserOfAPerson() {
        backend.people.put("person", new Person("anna", "gone"));

        assertThat(block(Map.of("blockedId", "person"))).isEqualTo("person");
        assertThat(blocked()).containsExactly("person");
    }

    @Test
    void blocksTheOneWhoCalls() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        assertThat(block(Map.of("callId", call.id()))).isEqualTo(anna);
        assertThat(blocked()).containsExactly(anna);
    }

    @Test
    void blocksTheOneWhoWasCalled() {
        Call call = SampleCalls.over(backend, bob, anna, CallState.CANCELLED);

        assertThat(block(Map.of("callId", call.id()))).isEqualTo(anna);
    }

    @Test
    void blocksTheOneWhoCalledWithADeviceThatIsGone() {
        Call call = SampleCalls.over(backend, anna, bob, CallState.MISSED);
        backend.devices.delete(backend.devices.find(anna).orElseThrow());

        assertThat(block(Map.of("callId", call.id()))).isEqualTo(anna);
        assertThat(refusal(Map.of("blockedId", anna))).isEqualTo(ErrorCode.USER_NOT_FOUND);
    }

    @Test
    void leavesTheCallThatRingsToTheApp() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        block(Map.of("callId", call.id()));

        assertThat(backend.calls.find(call.id()).map(Call::state)).contains(CallState.RINGING);
    }

    @Test
    void blocksOnceHoweverOftenItIsAsked() {
        block(Map.of("blockedId", anna));
        block(Map.of("blockedId", anna));

        assertThat(blocked()).hasSize(1);
    }

    @Test
    void refusesACallOfOthers() {
        Call call = SampleCalls.ringing(backend, anna, backend.device("carl"));

        assertThat(refusal(Map.of("callId", call.id()))).isEqualTo(ErrorCode.CALL_NOT_FOUND);
        assertThat(refusal(Map.of("callId", "unknown"))).isEqualTo(ErrorCode.CALL_NOT_FOUND);
    }

    @Test
    void isNoWayToLearnOfABlock() {
        backend.blocks.block("anna", "bob", new Blocked(bob, backend.clock.instant()));
        Call call = SampleCalls.over(backend, bob, anna, CallState.UNREACHABLE);

        assertThat(block(Map.of("callId", call.id()))).isEqualTo(anna);
        assertThat(blocked()).containsExactly(anna);
    }

    @Test
    void refusesWhoBlocksHimself() {
        assertThat(refusal(Map.of("blockedId", bob))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesAnIdOfNobody() {
        assertThat(refusal(Map.of("blockedId", "unknown"))).isEqualTo(ErrorCode.USER_NOT_FOUND);
    }

    @Test
    void refusesARequestThatNamesNobodyOrTwo() {
        assertThat(refusal(Map.of())).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal(Map.of("blockedId", anna, "callId", "call"))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesWhatIsOneTooMany() {
        for (int i = 0; i < BlockStore.MOST; i++) {
            backend.blocks.block("bob", "user-" + i, new Blocked("phone-" + i, backend.clock.instant()));
        }

        assertThat(refusal(Map.of("blockedId", anna))).isEqualTo(ErrorCode.TOO_MANY_BLOCKED);
    }

    private String block(Map<String, String> fields) {
        return actions.answer("bob", "blockUser", fields).get("blockedId").textValue();
    }

    private ErrorCode refusal(Map<String, String> fields) {
        return actions.refusal("bob", "blockUser", fields);
    }

    private Iterable<String> blocked() {
        return backend.blocks.list("bob").stream().map(Blocked::id).toList();
    }
}

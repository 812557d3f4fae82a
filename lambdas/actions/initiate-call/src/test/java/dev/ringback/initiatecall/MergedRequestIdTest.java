package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request that found the callee's call instead of making one, and is sent again. */
class MergedRequestIdTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void getsTheSameAnswer() {
        bobCallsAnna();
        JsonNode first = annaCallsBob();
        backend.clock.advance(Duration.ofSeconds(20));

        assertThat(first.get("merged").booleanValue()).isTrue();
        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsTheSameAnswerWhileItIsTalkedInThatCall() {
        bobCallsAnna();
        JsonNode first = annaCallsBob();
        backend.clock.advance(Duration.ofMinutes(5));

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsTheSameAnswerAfterThatCallHasEnded() {
        bobCallsAnna();
        JsonNode first = annaCallsBob();
        end(first, Transition.HANG_UP);

        assertThat(annaCallsBob()).isEqualTo(first);
        assertThat(made()).hasSize(1);
    }

    @Test
    void getsTheSameAnswerAfterThatCallHasEndedWhenItHadFailedBefore() {
        backend.mediaProvider.refuseToCreate(Kind.UNAVAILABLE);
        refusal();
        backend.mediaProvider.mend();
        bobCallsAnna();
        JsonNode first = annaCallsBob();
        end(first, Transition.HANG_UP);

        assertThat(first.get("merged").booleanValue()).isTrue();
        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void leavesTheCalleesOwnRequestItsAnswer() {
        JsonNode bobs = bobCallsAnna();
        end(annaCallsBob(), Transition.HANG_UP);

        assertThat(bobCallsAnna()).isEqualTo(bobs);
    }

    private JsonNode bobCallsAnna() {
        return actions.answer("bob", "initiateCall", fields(bob, anna));
    }

    private JsonNode annaCallsBob() {
        return actions.answer("anna", "initiateCall", fields(anna, bob));
    }

    private ErrorCode refusal() {
        return actions.refusal("anna", "initiateCall", fields(anna, bob));
    }

    private List<Call> made() {
        return ((InMemoryCallStore) backend.calls).all();
    }

    private static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId, "requestId", "request-1");
    }

    private void end(JsonNode answer, Transition transition) {
        Call call = backend.calls.find(answer.get("callId").textValue()).orElseThrow();
        backend.calls.end(call, transition, Change.bySystem("test", backend.clock.instant()));
    }
}

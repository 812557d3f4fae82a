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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that is sent again when the call it made is over. */
class RequestOfACallThatIsOverTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @ParameterizedTest
    @EnumSource(names = {"CANCEL", "DECLINE", "TIME_OUT", "NOT_REACHED"})
    void getsTheSameAnswer(Transition transition) {
        JsonNode first = annaCallsBob();
        end(first, transition);

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsTheSameAnswerWhenItWasTalkedInTheCall() {
        JsonNode first = annaCallsBob();
        backend.answering.answer(first.get("callId").textValue(), bob, "bob");
        end(first, Transition.HANG_UP);

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsItUntilTenMinutesAreOver() {
        JsonNode first = annaCallsBob();
        end(first, Transition.CANCEL);
        backend.clock.advance(Duration.ofMinutes(10).minusMillis(1));

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void makesAndRingsNothing() {
        end(annaCallsBob(), Transition.CANCEL);

        annaCallsBob();

        assertThat(made()).hasSize(1);
        assertThat(backend.ringer.rung()).hasSize(1);
        assertThat(backend.mediaProvider.live()).hasSize(1);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void isStillRefusedForACallToSomebodyElse() {
        end(annaCallsBob(), Transition.CANCEL);

        assertThat(actions.refusal("anna", "initiateCall", fields(anna, backend.device("carl"))))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void getsTheSameAnswerWhenTheCallWasCancelledWhileItBeganToRing() {
        backend.ringer.whileRinging(this::cancel);
        JsonNode first = annaCallsBob();

        assertThat(made()).allMatch(call -> call.state().isFinal());
        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isRefusedAgainWhenTheCallWasCancelledDuringTheSetUp() {
        backend.mediaProvider.whileCreating(() -> cancel(made().getFirst().id()));

        assertThat(refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(made()).hasSize(1);
    }

    @Test
    void mayTryAgainWhenThePhoneCouldNotBeRungThoughTheAnswerWasKept() {
        backend.ringer.breakDown();
        assertThat(refusal()).isEqualTo(ErrorCode.PUSH_UNAVAILABLE);

        assertThat(refusal()).isEqualTo(ErrorCode.PUSH_UNAVAILABLE);
        assertThat(made()).hasSize(2);
    }

    private void cancel(String callId) {
        backend.calls.find(callId).ifPresent(call -> backend.ending.hangUp(call, anna, Optional.empty()));
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

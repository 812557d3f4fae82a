package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Transition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request that is sent again when the call it made is over. */
class RequestOfACallThatIsOverTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final AnnaAndBob phones = new AnnaAndBob(backend);

    @ParameterizedTest
    @EnumSource(names = {"CANCEL", "DECLINE", "TIME_OUT", "NOT_REACHED"})
    void getsTheSameAnswer(Transition transition) {
        JsonNode first = phones.annaCallsBob();
        phones.end(first, transition);

        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsTheSameAnswerWhenItWasTalkedInTheCall() {
        JsonNode first = phones.annaCallsBob();
        backend.answering.answer(first.get("callId").textValue(), phones.bob, "bob");
        phones.end(first, Transition.HANG_UP);

        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsItUntilTenMinutesAreOver() {
        JsonNode first = phones.annaCallsBob();
        phones.end(first, Transition.CANCEL);
        backend.clock.advance(Duration.ofMinutes(10).minusMillis(1));

        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void makesAndRingsNothing() {
        phones.end(phones.annaCallsBob(), Transition.CANCEL);

        phones.annaCallsBob();

        assertThat(phones.made()).hasSize(1);
        assertThat(backend.ringer.rung()).hasSize(1);
        assertThat(backend.mediaProvider.live()).hasSize(1);
        assertThat(backend.isFree(phones.anna)).isTrue();
        assertThat(backend.isFree(phones.bob)).isTrue();
    }

    @Test
    void isStillRefusedForACallToSomebodyElse() {
        phones.end(phones.annaCallsBob(), Transition.CANCEL);

        assertThat(phones.actions.refusal(
                        "anna", "initiateCall", AnnaAndBob.fields(phones.anna, backend.device("carl"))))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void getsTheSameAnswerWhenTheCallWasCancelledWhileItBeganToRing() {
        backend.ringer.whileRinging(this::cancel);
        JsonNode first = phones.annaCallsBob();

        assertThat(phones.made()).allMatch(call -> call.state().isFinal());
        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isRefusedAgainWhenTheCallWasCancelledDuringTheSetUp() {
        backend.mediaProvider.whileCreating(
                () -> cancel(phones.made().getFirst().id()));

        assertThat(phones.refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(phones.refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(phones.made()).hasSize(1);
    }

    @Test
    void mayTryAgainWhenThePhoneCouldNotBeRungThoughTheAnswerWasKept() {
        backend.ringer.breakDown();
        assertThat(phones.refusal()).isEqualTo(ErrorCode.PUSH_UNAVAILABLE);

        assertThat(phones.refusal()).isEqualTo(ErrorCode.PUSH_UNAVAILABLE);
        assertThat(phones.made()).hasSize(2);
    }

    private void cancel(String callId) {
        backend.calls.find(callId).ifPresent(call -> backend.ending.hangUp(call, phones.anna, Optional.empty()));
    }
}

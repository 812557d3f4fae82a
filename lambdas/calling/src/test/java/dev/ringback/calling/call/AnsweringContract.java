package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who answers a call, and until when. */
interface AnsweringContract extends CallStoreContract {
    @Test
    default void answersACallThatRings() {
        Call call = ringing(anna(), bob());

        Call answered = changed(calls().answer(answerTo(call, bob())));

        assertThat(answered)
                .isEqualTo(new Call(
                        call.id(),
                        CallState.ANSWERED,
                        call.parties().answered(bob().id()),
                        new Timeline(NOW, RING_UNTIL, Optional.of(ANSWERED_AT), Optional.empty()),
                        Optional.of(FakeMediaProvider.media(call.id())),
                        by(bob().id(), ANSWERED_AT),
                        2,
                        Optional.of(ANSWERED_LEASE),
                        call.noted()));
        assertThat(stored(call)).isEqualTo(answered);
    }

    @Test
    default void keepsBothDevicesInAnAnsweredCall() {
        Call call = answered(anna(), bob());

        assertThat(callOf(anna())).contains(call.id());
        assertThat(callOf(bob())).contains(call.id());
    }

    @Test
    default void refusesAnAnswerOfAnotherOwner() {
        Call call = ringing(anna(), bob());

        assertRefused(call, answer(call, bob().id(), "carl", ANSWERED_AT));
    }

    @Test
    default void refusesAnAnswerOfAnotherDeviceOfTheOwner() {
        Call call = ringing(anna(), bob());

        assertRefused(call, answer(call, carl().id(), "bob", ANSWERED_AT));
    }

    @Test
    default void refusesAnAnswerOfTheCaller() {
        Call call = ringing(anna(), bob());

        assertRefused(call, answerTo(call, anna()));
    }

    @Test
    default void refusesToAnswerACallThatIsBeingSetUp() {
        Call call = reserved(anna(), bob());

        assertRefused(call, answerTo(call, bob()));
    }

    @Test
    default void refusesToAnswerACallThatIsOver() {
        Call call = over(anna(), bob());

        assertRefused(call, answerTo(call, bob()));
    }

    @Test
    default void answersACallInTheLastMomentOfItsGrace() {
        Call call = ringing(anna(), bob());

        Call answered = changed(calls().answer(answer(call, bob().id(), "bob", RING_UNTIL.plus(CallTimes.GRACE))));

        assertThat(answered.state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    default void refusesAnAnswerAfterTheGrace() {
        Call call = ringing(anna(), bob());

        assertRefused(
                call,
                answer(call, bob().id(), "bob", RING_UNTIL.plus(CallTimes.GRACE).plusMillis(1)));
    }

    @Test
    default void refusesASecondAnswerWithTheCall() {
        Call answered = answered(anna(), bob());

        assertRefused(answered, answer(answered, bob().id(), "bob", ANSWERED_AT.plusSeconds(1)));
    }

    @Test
    default void cannotAnswerACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        assertThat(calls().answer(answerTo(never, bob()))).isEqualTo(new Changing.Unknown());
        assertThat(calls().find(never.id())).isEmpty();
    }

    @Test
    default void letsOneOfManyAnswersWin() {
        Call call = ringing(anna(), bob());

        assertThat(manyAtOnce(() -> calls().answer(answerTo(call, bob()))))
                .filteredOn(Changing.Changed.class::isInstance)
                .hasSize(1);
    }

    private Answer answer(Call call, String clientId, String owner, Instant at) {
        return new Answer(call.id(), clientId, owner, at, at.minus(CallTimes.GRACE), at.plusSeconds(3600));
    }

    private void assertRefused(Call call, Answer answer) {
        assertThat(calls().answer(answer)).isEqualTo(new Changing.Refused(call));
        assertThat(stored(call)).isEqualTo(call);
    }
}

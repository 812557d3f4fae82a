package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.Takeover;
import dev.ringback.calling.device.Device;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** How a device that was not dialed answers in place of the one that was. */
interface TakeoverContract extends CallStoreContract {
    @Test
    default void answersACallThatRingsOnAnotherDeviceOfTheSameOwner() {
        Device tablet = tablet("bob");
        Call call = ringing(anna(), bob());

        Call answered = taken(call, tablet);

        assertThat(answered)
                .isEqualTo(new Call(
                        call.id(),
                        CallState.ANSWERED,
                        call.parties().answered(tablet.id()),
                        new Timeline(NOW, RING_UNTIL, Optional.of(ANSWERED_AT), Optional.empty()),
                        call.media(),
                        by(tablet.id(), ANSWERED_AT),
                        2,
                        Optional.of(ANSWERED_LEASE),
                        call.noted()));
        assertThat(stored(call)).isEqualTo(answered);
    }

    @Test
    default void holdsTheDeviceThatAnswersInPlaceOfTheDialedOne() {
        Device tablet = tablet("bob");
        Call call = ringing(anna(), bob());

        taken(call, tablet);

        assertThat(callOf(anna())).contains(call.id());
        assertThat(callOf(tablet)).contains(call.id());
        assertThat(callOf(bob())).isEmpty();
    }

    @Test
    default void freesTheDeviceThatAnsweredWithTheEnd() {
        Device tablet = tablet("bob");
        Call call = taken(ringing(anna(), bob()), tablet);

        changed(calls().end(call, Transition.HANG_UP, by(anna().id(), NOW.plusSeconds(20))));

        assertThat(callOf(anna())).isEmpty();
        assertThat(callOf(tablet)).isEmpty();
    }

    @Test
    default void leavesTheDialedDeviceInItsLaterCallWhenTheFirstEnds() {
        Call call = taken(ringing(anna(), bob()), tablet("bob"));
        Call later = reserved(carl(), bob());

        changed(calls().end(call, Transition.HANG_UP, by(anna().id(), NOW.plusSeconds(20))));

        assertThat(callOf(bob())).contains(later.id());
    }

    @Test
    default void doesNotEndACallForOneWhoDidNotSeeWhoAnswered() {
        Device tablet = tablet("bob");
        Call seen = ringing(anna(), bob());
        Call answered = taken(seen, tablet);

        assertThat(calls().end(seen, Transition.HANG_UP, by(anna().id(), NOW.plusSeconds(20))))
                .isEqualTo(new Changing.Refused(answered));
        assertThat(callOf(tablet)).contains(answered.id());
    }

    @Test
    default void refusesADeviceOfAnotherOwnerThatNamesTheRightOne() {
        Call call = ringing(anna(), bob());

        assertThat(calls().takeOver(call, answer(call, carl().id(), "bob"))).isEqualTo(new Takeover.DeviceNotFound());
        assertUntouched(call);
        assertThat(callOf(carl())).isEmpty();
    }

    @Test
    default void refusesADeviceThatWasNeverRegistered() {
        Call call = ringing(anna(), bob());

        assertThat(calls().takeOver(call, answer(call, "unknown", "bob"))).isEqualTo(new Takeover.DeviceNotFound());
        assertUntouched(call);
    }

    @Test
    default void refusesADeviceOfAnotherOwner() {
        Call call = ringing(anna(), bob());

        assertThat(calls().takeOver(call, answerTo(call, carl())))
                .isEqualTo(new Takeover.Decided(new Changing.Refused(call)));
        assertUntouched(call);
    }

    @Test
    default void refusesADeviceThatIsInAnotherCall() {
        Device tablet = tablet("bob");
        Call other = ringing(carl(), tablet);
        Call call = ringing(anna(), bob());

        assertThat(calls().takeOver(call, answerTo(call, tablet))).isEqualTo(new Takeover.DeviceTaken());
        assertUntouched(call);
        assertThat(callOf(tablet)).contains(other.id());
    }

    @Test
    default void answersOnADeviceWhoseOtherCallIsOverdue() {
        Device tablet = tablet("bob");
        Call abandoned = newCall(carl(), tablet, NOW.minusSeconds(60));
        reserve(abandoned);

        taken(ringing(anna(), bob()), tablet);

        assertThat(stored(abandoned).state()).isEqualTo(CallState.FAILED);
    }

    @Test
    default void answersThoughTheDialedDeviceDoesNotNameTheCall() {
        Device tablet = tablet("bob");
        Call call = ringing(anna(), bob());
        loseHold(bob(), call);

        assertThat(taken(call, tablet).state()).isEqualTo(CallState.ANSWERED);
        assertThat(callOf(tablet)).contains(call.id());
    }

    @Test
    default void leavesTheDialedDeviceInItsLaterCallWhenAnotherAnswers() {
        Device tablet = tablet("bob");
        Call call = ringing(anna(), bob());
        loseHold(bob(), call);
        Call later = reserved(carl(), bob());

        taken(call, tablet);

        assertThat(callOf(bob())).contains(later.id());
    }

    @Test
    default void refusesACallThatTheDialedDeviceHasAnswered() {
        Device tablet = tablet("bob");
        Call seen = ringing(anna(), bob());
        Call answered = changed(calls().answer(answerTo(seen, bob())));

        assertThat(calls().takeOver(seen, answerTo(seen, tablet)))
                .isEqualTo(new Takeover.Decided(new Changing.Refused(answered)));
        assertThat(callOf(tablet)).isEmpty();
    }

    @Test
    default void refusesACallThatIsOver() {
        Device tablet = tablet("bob");
        Call seen = ringing(anna(), bob());
        Call over = cancelled(seen);

        assertThat(calls().takeOver(seen, answerTo(seen, tablet)))
                .isEqualTo(new Takeover.Decided(new Changing.Refused(over)));
        assertThat(callOf(tablet)).isEmpty();
    }

    @Test
    default void refusesTheDialedDeviceWhenAnotherHasAnswered() {
        Device tablet = tablet("bob");
        Call seen = ringing(anna(), bob());
        Call answered = taken(seen, tablet);

        assertThat(calls().answer(answerTo(seen, bob()))).isEqualTo(new Changing.Refused(answered));
    }

    @Test
    default void letsOneOfTwoDevicesAnswerAtTheSameTime() {
        Device tablet = tablet("bob");
        Call call = ringing(anna(), bob());

        List<Boolean> won = Together.run(List.<Callable<Boolean>>of(
                        () -> calls().answer(answerTo(call, bob())) instanceof Changing.Changed,
                        () -> calls().takeOver(call, answerTo(call, tablet))
                                instanceof Takeover.Decided(Changing.Changed _)))
                .stream()
                .map(Outcome::orThrow)
                .toList();

        assertThat(won).containsOnlyOnce(true);
        Device winner = won.getFirst() ? bob() : tablet;
        assertThat(stored(call).parties().answeredBy()).contains(winner.id());
        assertThat(callOf(winner)).contains(call.id());
        assertThat(callOf(won.getFirst() ? tablet : bob())).isEmpty();
    }

    @Test
    default void cannotTakeOverACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        assertThat(calls().takeOver(never, answerTo(never, tablet("bob"))))
                .isEqualTo(new Takeover.Decided(new Changing.Unknown()));
    }

    private Call taken(Call call, Device device) {
        Takeover takeover = calls().takeOver(call, answerTo(call, device));
        assertThat(takeover).isInstanceOf(Takeover.Decided.class);
        return changed(((Takeover.Decided) takeover).changing());
    }

    private Answer answer(Call call, String clientId, String owner) {
        return new Answer(call.id(), clientId, owner, ANSWERED_AT, ANSWERED_AT.minus(CallTimes.GRACE), ANSWERED_LEASE);
    }

    private void assertUntouched(Call call) {
        assertThat(stored(call)).isEqualTo(call);
        assertThat(callOf(bob())).contains(call.id());
    }
}

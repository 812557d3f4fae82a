package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a call ends, and that it does so once. */
interface EndingContract extends CallStoreContract {
    Instant ENDED_AT = NOW.plusSeconds(20);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER")
    default void endsACallFromTheStateThatTheTransitionStartsFrom(Transition transition) {
        Call call = in(transition.from());

        Call ended = changed(calls().end(call, transition, by("somebody", ENDED_AT)));

        assertThat(ended.state()).isEqualTo(transition.to());
        assertThat(stored(call)).isEqualTo(ended);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER")
    default void leavesACallAloneThatIsInAnotherState(Transition transition) {
        Call other = in(transition.from() == CallState.RINGING ? CallState.ANSWERED : CallState.RINGING);

        assertThat(calls().end(other, transition, by("somebody", ENDED_AT))).isEqualTo(new Changing.Refused(other));
        assertThat(stored(other)).isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER")
    default void leavesACallAloneThatIsOver(Transition transition) {
        Call seen = in(transition.from());
        Call over = changed(calls().end(seen, transition, by("somebody", ENDED_AT)));

        assertThat(calls().end(seen, transition, by("another", ENDED_AT.plusSeconds(1))))
                .isEqualTo(new Changing.Refused(over));
        assertThat(stored(seen)).isEqualTo(over);
    }

    @Test
    default void freesBothDevicesWithTheEnd() {
        over(anna(), bob());

        assertThat(callOf(anna())).isEmpty();
        assertThat(callOf(bob())).isEmpty();
    }

    @Test
    default void holdsBothDevicesWhenTheEndIsRefused() {
        Call call = ringing(anna(), bob());

        calls().end(call, Transition.HANG_UP, by(anna().id(), ENDED_AT));

        assertThat(callOf(anna())).contains(call.id());
        assertThat(callOf(bob())).contains(call.id());
    }

    @Test
    default void tellsWhoEndedItWhenAndWhy() {
        Call call = ringing(anna(), bob());
        Change change = new Change(bob().id(), Optional.of("in_a_meeting"), ENDED_AT);

        calls().end(call, Transition.DECLINE, change);

        assertThat(stored(call).change()).isEqualTo(change);
        assertThat(stored(call).timeline().endedAt()).contains(ENDED_AT);
        assertThat(stored(call).version()).isEqualTo(call.version() + 1);
    }

    @Test
    default void keepsTheTimeOfTheAnswer() {
        Call call = answered(anna(), bob());

        calls().end(call, Transition.HANG_UP, by(bob().id(), ENDED_AT));

        assertThat(stored(call).timeline().answeredAt()).contains(ANSWERED_AT);
    }

    @Test
    default void forgetsTheTokensAndKeepsTheIds() {
        Call call = answered(anna(), bob());

        calls().end(call, Transition.HANG_UP, by(bob().id(), ENDED_AT));

        Media media = FakeMediaProvider.media(call.id());
        assertThat(stored(call).media()).contains(media.withoutTokens());
    }

    @Test
    default void leavesTimeToReleaseTheMedia() {
        Call call = answered(anna(), bob());

        calls().end(call, Transition.HANG_UP, by(bob().id(), ENDED_AT));

        assertThat(stored(call).leaseUntil()).contains(ENDED_AT.plusSeconds(30));
    }

    @Test
    default void endsACallThatADeviceDoesNotName() {
        Call call = ringing(anna(), bob());
        loseHold(bob(), call);

        assertThat(cancelled(call).state()).isEqualTo(CallState.CANCELLED);
        assertThat(callOf(anna())).isEmpty();
    }

    @Test
    default void endsACallThatNoDeviceNames() {
        Call call = ringing(anna(), bob());
        loseHold(anna(), call);
        loseHold(bob(), call);

        assertThat(cancelled(call).state()).isEqualTo(CallState.CANCELLED);
    }

    @Test
    default void leavesADeviceInItsLaterCall() {
        Call call = ringing(anna(), bob());
        loseHold(bob(), call);
        Call later = reserved(carl(), bob());

        cancelled(call);

        assertThat(callOf(bob())).contains(later.id());
        assertThat(callOf(anna())).isEmpty();
    }

    @Test
    default void doesNotExpireACallThatWasShownToBeAliveMeanwhile() {
        Call seen = answered(anna(), bob());
        calls().renewLease(seen.id(), ANSWERED_LEASE.plusSeconds(60));

        assertThat(calls().end(seen, Transition.EXPIRE, Change.bySystem("lease_expired", ANSWERED_LEASE)))
                .isEqualTo(new Changing.Refused(stored(seen)));
        assertThat(stored(seen).state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    default void hangsUpThoughTheLeaseWasRenewedMeanwhile() {
        Call seen = answered(anna(), bob());
        calls().renewLease(seen.id(), ANSWERED_LEASE.plusSeconds(60));

        calls().end(seen, Transition.HANG_UP, by(anna().id(), ENDED_AT));

        assertThat(stored(seen).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    default void cannotEndACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        assertThat(calls().end(never, Transition.CANCEL, by(anna().id(), NOW))).isEqualTo(new Changing.Unknown());
        assertThat(calls().find(never.id())).isEmpty();
    }

    @Test
    default void letsOneOfManyEndACall() {
        Call call = ringing(anna(), bob());

        assertThat(manyAtOnce(() -> calls().end(call, Transition.CANCEL, by(anna().id(), NOW))))
                .filteredOn(Changing.Changed.class::isInstance)
                .hasSize(1);
    }

    @Test
    default void letsOneOfAnAnswerACancelAndADeclineWin() {
        Call call = ringing(anna(), bob());
        List<Callable<Changing>> acts = new ArrayList<>();
        acts.add(() -> calls().answer(answerTo(call, bob())));
        acts.add(() -> calls().end(call, Transition.CANCEL, by(anna().id(), NOW)));
        acts.add(() -> calls().end(call, Transition.DECLINE, by(bob().id(), NOW)));

        List<Changing> results =
                Together.run(acts).stream().map(Outcome::orThrow).toList();

        List<Call> winners = results.stream()
                .flatMap(result -> result instanceof Changing.Changed(Call winner) ? Stream.of(winner) : Stream.empty())
                .toList();
        assertThat(winners).containsExactly(stored(call));
    }

    private Call in(CallState state) {
        return state == CallState.ANSWERED ? answered(anna(), bob()) : ringing(anna(), bob());
    }
}

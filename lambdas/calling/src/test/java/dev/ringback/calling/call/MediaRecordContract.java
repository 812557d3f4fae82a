package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.media.Media;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the media of a call is noted, whatever becomes of the call meanwhile. */
interface MediaRecordContract extends CallStoreContract {
    @Test
    default void beginsToRingWithTheMedia() {
        Call call = reserved(anna(), bob());

        Optional<Call> noted = record(call);

        assertThat(noted)
                .contains(new Call(
                        call.id(),
                        CallState.RINGING,
                        new Parties(anna().id(), "anna", bob().id(), Optional.of("bob"), Optional.empty()),
                        call.timeline(),
                        Optional.of(media(call)),
                        call.change(),
                        1,
                        Optional.of(RINGING_LEASE),
                        new Noted(Optional.of(NOW), List.of(), Optional.empty())));
        assertThat(calls().find(call.id())).isEqualTo(noted);
    }

    @Test
    default void answersAnAttemptWhoseAnswerGotLostWithTheCall() {
        Call rings = ringing(anna(), bob());

        assertThat(record(rings)).contains(rings);
        assertThat(stored(rings)).isEqualTo(rings);
    }

    @Test
    default void takesNothingFromACallThatWasAnsweredMeanwhile() {
        Call answered = answered(anna(), bob());

        assertThat(record(answered)).contains(answered);
        assertThat(stored(answered)).isEqualTo(answered);
    }

    @Test
    default void keepsTheMediaOfACallThatEndedMeanwhileWithoutItsTokens() {
        Call call = reserved(anna(), bob());
        Call ended = cancelled(call);

        Optional<Call> noted = record(call);

        assertThat(noted).map(Call::state).contains(CallState.CANCELLED);
        assertThat(noted).map(Call::version).contains(ended.version());
        assertThat(noted).flatMap(Call::media).contains(media(call).withoutTokens());
        assertThat(calls().find(call.id())).isEqualTo(noted);
    }

    @Test
    default void leavesTheLeaseOfACallThatEndedMeanwhile() {
        Call call = reserved(anna(), bob());
        Call ended = cancelled(call);

        record(call);

        assertThat(stored(call).leaseUntil()).isEqualTo(ended.leaseUntil());
    }

    @Test
    default void bringsBackTheLeaseOfACallOfWhichNothingSeemedLeft() {
        Call call = reserved(anna(), bob());
        calls().released(cancelled(call));

        record(call);

        assertThat(stored(call).leaseUntil()).contains(RINGING_LEASE);
        assertThat(calls().overdue(RINGING_LEASE, 10)).containsExactly(call.id());
    }

    @Test
    default void notesNothingForACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        assertThat(record(never)).isEmpty();
        assertThat(calls().find(never.id())).isEmpty();
    }

    @Test
    default void keepsTheMediaOfACallThatIsOver() {
        Call ended = cancelled(reserved(anna(), bob()));

        assertThat(calls().keepMedia(ended.id(), media(ended), NOW)).isTrue();
        assertThat(stored(ended).media()).contains(media(ended).withoutTokens());
        assertThat(stored(ended).leaseUntil()).isEqualTo(ended.leaseUntil());
    }

    @Test
    default void keepsTheMediaOfACallOfWhichNothingSeemedLeft() {
        Call ended = cancelled(reserved(anna(), bob()));
        calls().released(ended);

        calls().keepMedia(ended.id(), media(ended), NOW);

        assertThat(calls().overdue(NOW, 10)).containsExactly(ended.id());
    }

    @Test
    default void keepsNoMediaForACallThatLives() {
        Call call = reserved(anna(), bob());

        assertThat(calls().keepMedia(call.id(), media(call), NOW)).isFalse();
        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    default void keepsNoMediaForACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        assertThat(calls().keepMedia(never.id(), media(never), NOW)).isFalse();
        assertThat(calls().find(never.id())).isEmpty();
    }

    @Test
    default void keepsACallFromACalleeWhoBlockedItsCaller() {
        blocks().block("bob", "anna", new Blocked(anna().id(), NOW));
        Call call = reserved(anna(), bob());

        Call noted = record(call).orElseThrow();

        assertThat(noted.parties().calleeOwner()).isEmpty();
        assertThat(noted.media()).contains(media(call));
        assertThat(noted.version()).isEqualTo(1);
        assertThat(stored(call)).isEqualTo(noted);
    }

    @Test
    default void ringsForACalleeWhomTheCallerBlocked() {
        blocks().block("anna", "bob", new Blocked(bob().id(), NOW));

        assertThat(record(reserved(anna(), bob())).orElseThrow().parties().calleeOwner())
                .contains("bob");
    }

    @Test
    default void keepsNoCallToSomebodyElse() {
        blocks().block("carl", "anna", new Blocked(anna().id(), NOW));

        assertThat(record(reserved(anna(), bob())).orElseThrow().parties().calleeOwner())
                .contains("bob");
    }

    private Optional<Call> record(Call call) {
        return calls().recordMedia(call, "bob", media(call), NOW, RINGING_LEASE);
    }

    private static Media media(Call call) {
        return FakeMediaProvider.media(call.id());
    }
}

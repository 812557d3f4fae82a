package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.account.OwnedCalls.Side;
import dev.ringback.calling.device.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which calls are a user's, and how he goes out of them. */
interface OwnedCallsContract extends CallStoreContract {
    OwnedCalls owned();

    @Test
    default void findsTheCallsThatAUserMade() {
        Call first = cancelled(reserved(anna(), bob(), NOW));
        Call second = cancelled(reserved(anna(), carl(), NOW.plusSeconds(1)));
        over(bob(), anna());

        assertThat(ids("anna", Side.CALLER)).containsExactly(first.id(), second.id());
    }

    @Test
    default void findsTheCallsThatRangForAUser() {
        Call call = over(bob(), anna());
        over(anna(), bob());

        assertThat(ids("anna", Side.CALLEE)).containsExactly(call.id());
    }

    @Test
    default void findsThemPageByPage() {
        Call first = cancelled(reserved(anna(), bob(), NOW));
        Call second = cancelled(reserved(anna(), bob(), NOW.plusSeconds(1)));

        OwnedCalls.Page page = owned().of("anna", Side.CALLER, Optional.empty(), 1);
        OwnedCalls.Page next = owned().of("anna", Side.CALLER, page.next(), 1);

        assertThat(page.calls()).extracting(Call::id).containsExactly(first.id());
        assertThat(next.calls()).extracting(Call::id).containsExactly(second.id());
        assertThat(owned().of("anna", Side.CALLER, next.next(), 1))
                .isEqualTo(new OwnedCalls.Page(List.of(), Optional.empty()));
    }

    @Test
    default void leavesTheOtherPartyTheCallOfACallerWhoIsGone() {
        Call call = stored(over(anna(), bob()));

        assertThat(owned().erase(call, "anna")).isTrue();

        Call left = stored(call);
        assertThat(left.parties().callerId()).isEqualTo(OwnedCalls.NOBODY);
        assertThat(left.parties().callerOwner()).isEqualTo(OwnedCalls.NOBODY);
        assertThat(left.parties().calleeId()).isEqualTo(bob().id());
        assertThat(left.parties().calleeOwner()).contains("bob");
        assertThat(left.state()).isEqualTo(call.state());
        assertThat(left.version()).isEqualTo(call.version());
        assertThat(left.toString()).doesNotContain("anna").doesNotContain(anna().id());
        assertThat(ids("bob", Side.CALLEE)).containsExactly(call.id());
        assertThat(ids("anna", Side.CALLER)).isEmpty();
    }

    @Test
    default void leavesTheOtherPartyTheCallOfACalleeWhoIsGone() {
        Call call = answered(anna(), bob());
        calls().end(stored(call), Transition.HANG_UP, by(bob().id(), NOW));

        owned().erase(stored(call), "bob");

        Call left = stored(call);
        assertThat(left.toString()).doesNotContain("bob").doesNotContain(bob().id());
        assertThat(left.parties().answeredBy()).contains(OwnedCalls.NOBODY);
        assertThat(left.change().by()).isEqualTo(OwnedCalls.NOBODY);
        assertThat(left.parties().callerId()).isEqualTo(anna().id());
        assertThat(ids("bob", Side.CALLEE)).isEmpty();
    }

    @Test
    default void forgetsWhyACalleeDeclinedWhoIsGone() {
        Call call = ringing(anna(), bob());
        calls().end(call, Transition.DECLINE, new Change(bob().id(), Optional.of("in-the-bath"), NOW));

        owned().erase(stored(call), "bob");

        assertThat(stored(call).change().reason()).isEmpty();
        assertThat(stored(call).state()).isEqualTo(CallState.DECLINED);
    }

    @Test
    default void forgetsWhatPhonesDid() {
        Call call = ringing(anna(), bob());
        calls().note(call.id(), List.of(CallTimeline.Entry.woken(NOW, bob().id())));
        calls().end(call, Transition.CANCEL, by(anna().id(), NOW));

        owned().erase(stored(call), "bob");

        assertThat(stored(call).noted().entries()).isEmpty();
    }

    @Test
    default void changesNoCallThatLives() {
        Call call = ringing(anna(), bob());

        assertThat(owned().erase(call, "anna")).isFalse();
        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    default void keepsTheMediaThatIsToBeReleased() {
        Call call = stored(over(anna(), bob()));

        owned().erase(call, "anna");

        assertThat(stored(call).leaseUntil()).isEqualTo(call.leaseUntil());
        assertThat(stored(call).media()).isEqualTo(call.media());
    }

    @Test
    default void erasesBothOneAfterTheOther() {
        Call call = stored(over(anna(), bob()));

        owned().erase(call, "anna");
        owned().erase(stored(call), "bob");
        owned().erase(stored(call), "bob");

        assertThat(stored(call).toString()).doesNotContain("anna").doesNotContain("bob");
    }

    private Call reserved(Device caller, Device callee, Instant at) {
        Call call = newCall(caller, callee, at);
        reserve(call);
        return call;
    }

    private List<String> ids(String owner, Side side) {
        return owned().of(owner, side, Optional.empty(), 10).calls().stream()
                .map(Call::id)
                .toList();
    }
}

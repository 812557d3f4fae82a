package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Until when a call may stay as it is, and which calls are found when their time is up. */
interface LeaseContract extends CallStoreContract {
    Instant LATER = NOW.plusSeconds(7200);

    @Test
    default void findsACallWhoseTimeIsUp() {
        Call call = ringing(anna(), bob());

        assertThat(calls().overdue(RINGING_LEASE.minusMillis(1), 10)).isEmpty();
        assertThat(calls().overdue(RINGING_LEASE, 10)).containsExactly(call.id());
    }

    @Test
    default void findsACallThatWasNeverSetUp() {
        Call call = reserved(anna(), bob());

        assertThat(calls().overdue(SET_UP_LEASE, 10)).containsExactly(call.id());
    }

    @Test
    default void findsACallThatIsOverUntilItIsReleased() {
        Call over = over(anna(), bob());
        assertThat(calls().overdue(LATER, 10)).containsExactly(over.id());

        calls().released(over);

        assertThat(calls().overdue(LATER, 10)).isEmpty();
        assertThat(stored(over).leaseUntil()).isEmpty();
    }

    @Test
    default void findsThoseFirstThatHaveWaitedLongest() {
        Call answered = answered(anna(), bob());
        Call over = over(carl(), another("dora"));
        Call rings = ringing(another("emil"), another("fred"));

        assertThat(calls().overdue(LATER, 10)).containsExactly(over.id(), rings.id(), answered.id());
    }

    @Test
    default void findsNoMoreThanAreAskedFor() {
        answered(anna(), bob());
        Call over = over(carl(), another("dora"));
        Call rings = ringing(another("emil"), another("fred"));

        assertThat(calls().overdue(LATER, 2)).containsExactly(over.id(), rings.id());
    }

    @Test
    default void renewsTheLeaseOfAnAnsweredCall() {
        Call call = answered(anna(), bob());

        calls().renewLease(call.id(), LATER);

        assertThat(stored(call).leaseUntil()).contains(LATER);
        assertThat(stored(call).version()).isEqualTo(call.version());
    }

    @Test
    default void renewsNoLeaseOfACallThatRings() {
        Call call = ringing(anna(), bob());

        calls().renewLease(call.id(), LATER);

        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    default void renewsNoLeaseOfACallThatIsOver() {
        Call over = over(anna(), bob());

        calls().renewLease(over.id(), LATER);

        assertThat(stored(over)).isEqualTo(over);
    }

    @Test
    default void postponesTheReleaseOfACallThatIsOver() {
        Call over = over(anna(), bob());

        calls().postponeRelease(over.id(), LATER);

        assertThat(stored(over).leaseUntil()).contains(LATER);
    }

    @Test
    default void postponesNothingForACallThatLives() {
        Call call = answered(anna(), bob());

        calls().postponeRelease(call.id(), LATER);

        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    default void postponesNothingForACallThatIsReleased() {
        Call over = over(anna(), bob());
        calls().released(over);

        calls().postponeRelease(over.id(), LATER);

        assertThat(stored(over).leaseUntil()).isEmpty();
    }

    @Test
    default void releasesACallThatHadNoMedia() {
        Call over = cancelled(reserved(anna(), bob()));

        calls().released(over);

        assertThat(stored(over).leaseUntil()).isEmpty();
    }

    @Test
    default void releasesNothingOfACallThatLives() {
        Call call = answered(anna(), bob());

        calls().released(call);

        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    default void isNotReleasedWhenItHasGotMediaMeanwhile() {
        Call call = reserved(anna(), bob());
        Call seenWithoutMedia = cancelled(call);
        calls().recordMedia(call, "bob", FakeMediaProvider.media(call.id()), NOW, RINGING_LEASE);

        calls().released(seenWithoutMedia);

        assertThat(stored(call).leaseUntil()).isPresent();
    }

    @Test
    default void isNotReleasedWhenItHasGotOtherMediaMeanwhile() {
        Call over = over(anna(), bob());
        Media other = FakeMediaProvider.media("other");
        calls().recordMedia(over, "bob", other, NOW, RINGING_LEASE);

        calls().released(over);

        assertThat(stored(over).leaseUntil()).isPresent();
        assertThat(stored(over).media()).contains(other.withoutTokens());
    }

    @Test
    default void makesNoCallByLeasesOfOneThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        calls().renewLease(never.id(), LATER);
        calls().postponeRelease(never.id(), LATER);
        calls().released(never);

        assertThat(calls().find(never.id())).isEqualTo(Optional.empty());
        assertThat(calls().overdue(LATER, 10)).isEmpty();
    }
}

package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That a request makes one call, however often it comes. */
interface RequestPinContract extends CallStoreContract {
    Duration PINNED = Duration.ofMinutes(10);

    @Test
    default void namesTheCallThatTheSameRequestHasMade() {
        Call first = pinned();

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(unanswered(first.id()));
    }

    @Test
    default void namesItAlsoWhenItIsOver() {
        Call first = pinned();
        cancelled(first);

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(unanswered(first.id()));
        assertThat(callOf(anna())).isEmpty();
    }

    @Test
    default void namesItAlsoWhenTheRequestIsForAnotherCallee() {
        Call first = pinned();
        cancelled(first);

        assertThat(reserve(newCall(anna(), carl()), pin("request-1", NOW))).isEqualTo(unanswered(first.id()));
    }

    @Test
    default void namesItAMomentBeforeTheTenMinutesAreOver() {
        Call first = pinned();
        cancelled(first);
        Instant soon = NOW.plus(PINNED).minusMillis(1);

        assertThat(reserve(newCall(anna(), bob(), soon), pin("request-1", soon)))
                .isEqualTo(unanswered(first.id()));
    }

    @Test
    default void makesAnotherCallAfterTenMinutes() {
        cancelled(pinned());
        Instant later = NOW.plus(PINNED);

        assertThat(reserve(newCall(anna(), bob(), later), pin("request-1", later)))
                .isEqualTo(new Reservation.Reserved());
    }

    @Test
    default void makesAnotherCallInsteadOfOneThatFailed() {
        Call failed = pinned();
        calls().end(failed, Transition.FAIL, Change.bySystem("media_failed", NOW));
        Call again = newCall(anna(), bob());

        assertThat(reserve(again, pin("request-1", NOW).map(pin -> pin.instead(failed.id()))))
                .isEqualTo(new Reservation.Reserved());
        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(unanswered(again.id()));
    }

    @Test
    default void replacesNoOtherCallThanTheOneThatFailed() {
        Call made = pinned();
        cancelled(made);

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW).map(pin -> pin.instead("another"))))
                .isEqualTo(unanswered(made.id()));
    }

    @Test
    default void makesAnotherCallForAnotherRequest() {
        cancelled(pinned());

        assertThat(reserve(newCall(anna(), bob()), pin("request-2", NOW))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    default void neverMixesUpOwnersOrDevices() {
        RequestPin annas = RequestPin.of("anna", "phone", "request", NOW);

        assertThat(RequestPin.of("bob", "phone", "request", NOW).key()).isNotEqualTo(annas.key());
        assertThat(RequestPin.of("anna", "tablet", "request", NOW).key()).isNotEqualTo(annas.key());
        assertThat(RequestPin.of("anna", "pho", "nerequest", NOW).key()).isNotEqualTo(annas.key());
    }

    @Test
    default void pinsNothingToACallThatWasRefused() {
        Call inTheWay = reserved(carl(), bob());
        reserve(newCall(anna(), bob()), pin("request-1", NOW));
        cancelled(inTheWay);

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    default void namesACallThatTheRequestFoundInsteadOfMakingOne() {
        Call found = ringing(bob(), anna());

        keepAnswer(pin("request-1", NOW), found, "token");

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(answered(found, "token"));
    }

    @Test
    default void keepsWhatTheRequestWasAnswered() {
        Call made = pinned();

        keepAnswer(pin("request-1", NOW), made, "token");

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(answered(made, "token"));
    }

    @Test
    default void keepsItBeyondTheEndOfTheCall() {
        Call made = pinned();
        keepAnswer(pin("request-1", NOW), made, "token");
        cancelled(made);
        Instant soon = NOW.plus(PINNED).minusMillis(1);

        assertThat(reserve(newCall(anna(), bob(), soon), pin("request-1", soon)))
                .isEqualTo(answered(made, "token"));
    }

    @Test
    default void keepsItAlsoWhenTheCallIsOverByThen() {
        Call made = pinned();
        cancelled(made);
        keepAnswer(pin("request-1", NOW), made, "token");

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(answered(made, "token"));
    }

    @Test
    default void keepsItOnceHoweverOftenItIsAnswered() {
        Call made = pinned();
        keepAnswer(pin("request-1", NOW), made, "token");
        keepAnswer(pin("request-1", NOW), made, "token");

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(answered(made, "token"));
    }

    @Test
    default void forgetsItAfterTenMinutes() {
        Call made = pinned();
        keepAnswer(pin("request-1", NOW), made, "token");
        cancelled(made);
        Instant later = NOW.plus(PINNED);
        Call another = newCall(anna(), bob(), later);
        reserve(another, pin("request-1", later));

        assertThat(reserve(newCall(anna(), bob(), later), pin("request-1", later)))
                .isEqualTo(unanswered(another.id()));
    }

    @Test
    default void forgetsItWithTheCallThatFailed() {
        Call failed = pinned();
        keepAnswer(pin("request-1", NOW), failed, "token");
        calls().end(failed, Transition.FAIL, Change.bySystem("push_not_started", NOW));
        Call again = newCall(anna(), bob());
        reserve(again, pin("request-1", NOW).map(pin -> pin.instead(failed.id())));

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(unanswered(again.id()));
    }

    @Test
    default void isNotMovedToAnotherCallByItsAnswer() {
        Call made = pinned();

        calls().keepAnswer(pin("request-1", NOW).orElseThrow(), "another", "token", NOW);

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(unanswered(made.id()));
    }

    @Test
    default void isPrintedWithoutTheToken() {
        Call made = pinned();
        keepAnswer(pin("request-1", NOW), made, "the token");

        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW)).toString())
                .contains(made.id())
                .doesNotContain("the token");
    }

    @Test
    default void isNeverFoundAsACall() {
        pinned();
        String key = pin("request-1", NOW).orElseThrow().key();

        assertThat(calls().find(key)).isEmpty();
    }

    @Test
    default void isNeverChangedAsACall() {
        Call call = pinned();
        String key = pin("request-1", NOW).orElseThrow().key();
        Call asCall = Call.begin(key, call.parties(), NOW, RING_UNTIL, SET_UP_LEASE);

        assertThat(calls().end(asCall, Transition.CANCEL, by(anna().id(), NOW))).isEqualTo(new Changing.Unknown());
        assertThat(calls().answer(answerTo(asCall, bob()))).isEqualTo(new Changing.Unknown());
        assertThat(calls().recordMedia(asCall, "bob", FakeMediaProvider.media(key), NOW, RINGING_LEASE))
                .isEmpty();
    }

    @Test
    default void isNeverOverdue() {
        pinned();

        assertThat(calls().overdue(NOW.plus(Duration.ofDays(1)), 10)).hasSize(1);
    }

    @Test
    default void makesOneCallOfManyEqualRequestsAtOnce() {
        assertThat(manyAtOnce(() -> reserve(newCall(anna(), bob()), pin("request-1", NOW))))
                .filteredOn(new Reservation.Reserved()::equals)
                .hasSize(1);
        String made = callOf(anna()).orElseThrow();
        assertThat(reserve(newCall(anna(), bob()), pin("request-1", NOW))).isEqualTo(unanswered(made));
    }

    private Optional<RequestPin> pin(String requestId, Instant now) {
        return Optional.of(RequestPin.of("anna", anna().id(), requestId, now));
    }

    private void keepAnswer(Optional<RequestPin> pin, Call call, String token) {
        calls().keepAnswer(pin.orElseThrow(), call.id(), token, NOW);
    }

    private static Reservation unanswered(String callId) {
        return new Reservation.AlreadyMade(callId, Optional.empty());
    }

    private static Reservation answered(Call call, String token) {
        return new Reservation.AlreadyMade(call.id(), Optional.of(token));
    }

    private Call pinned() {
        Call call = newCall(anna(), bob());
        assertThat(reserve(call, pin("request-1", NOW))).isEqualTo(new Reservation.Reserved());
        return call;
    }
}

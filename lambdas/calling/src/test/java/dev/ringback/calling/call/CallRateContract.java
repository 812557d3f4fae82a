package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallStore.Reservation;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many calls a user may make within one minute. */
interface CallRateContract extends CallStoreContract {
    CallLimits TWO = new CallLimits(2);

    @Test
    default void refusesTheCallThatIsOneTooMany() {
        annaCalls(2);

        assertThat(attempt(newCall(anna(), bob()))).isEqualTo(new Reservation.TooMany());
        assertThat(callOf(anna())).isEmpty();
    }

    @Test
    default void refusesItWhateverTheCalleeIsDoing() {
        annaCalls(2);
        reserved(carl(), bob());

        assertThat(attempt(newCall(anna(), bob()))).isEqualTo(new Reservation.TooMany());
    }

    @Test
    default void limitsEachUserAlone() {
        annaCalls(2);

        assertThat(attempt(newCall(carl(), bob()))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    default void limitsAUserOnAllDevicesTogether() {
        annaCalls(2);

        assertThat(attempt(newCall(another("anna"), bob()))).isEqualTo(new Reservation.TooMany());
    }

    @Test
    default void beginsAnewWithTheNextMinute() {
        annaCalls(2);
        Instant last = NOW.plusSeconds(60).minusMillis(1);

        assertThat(attempt(newCall(anna(), bob(), last))).isEqualTo(new Reservation.TooMany());
        assertThat(attempt(newCall(anna(), bob(), NOW.plusSeconds(60)))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    default void doesNotCountWhatItRefuses() {
        Call inTheWay = reserved(carl(), bob());
        attempt(newCall(anna(), bob()));
        attempt(newCall(anna(), bob()));
        cancelled(inTheWay);

        assertThat(attempt(newCall(anna(), bob()))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    default void countsARefusalThatItIsTold() {
        calls().count(CallRate.of("anna", NOW, TWO));
        calls().count(CallRate.of("anna", NOW, TWO));

        assertThat(attempt(newCall(anna(), bob()))).isEqualTo(new Reservation.TooMany());
    }

    @Test
    default void findsTheCallThatTheSameRequestHasMadeAlsoAtTheLimit() {
        Optional<RequestPin> pin = Optional.of(RequestPin.of("anna", anna().id(), "request-1", NOW));
        Call made = newCall(anna(), bob());
        reserve(made, pin, new CallLimits(1));

        assertThat(reserve(newCall(anna(), bob()), pin, new CallLimits(1)))
                .isEqualTo(new Reservation.AlreadyMade(made.id(), Optional.empty()));
    }

    @Test
    default void tellsNobodyTheLimitOfAnother() {
        annaCalls(2);

        assertThat(attempt(Call.begin(
                        "call", new Parties(bob().id(), "anna", carl().id()), NOW, RING_UNTIL, SET_UP_LEASE)))
                .isEqualTo(new Reservation.CallerNotFound());
    }

    private void annaCalls(int times) {
        for (int i = 0; i < times; i++) {
            Call call = newCall(anna(), bob());
            assertThat(attempt(call)).isEqualTo(new Reservation.Reserved());
            cancelled(call);
        }
    }

    private Reservation attempt(Call call) {
        return reserve(call, Optional.empty(), TWO);
    }
}

package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a call begins, and what refuses it. */
interface ReservationContract extends CallStoreContract {
    @Test
    default void holdsBothDevicesAndWritesTheCall() {
        Call call = reserved(anna(), bob());

        assertThat(calls().find(call.id())).contains(call);
        assertThat(callOf(anna())).contains(call.id());
        assertThat(callOf(bob())).contains(call.id());
    }

    @Test
    default void keepsTheTraceOfTheRequestWhateverBecomesOfTheCall() {
        Optional<String> trace = Optional.of("1-6a5c0f3e-0123456789abcdef01234567");
        Call call = newCall(anna(), bob()).tracedAs(trace);
        reserve(call);
        assertThat(calls().find(call.id())).contains(call);
        assertThat(cancelled(call).noted().traceId()).isEqualTo(trace);
        assertThat(stored(call).noted().traceId()).isEqualTo(trace);
    }

    @Test
    default void refusesAnUnknownCaller() {
        assertThat(reserve(newCall(nobody("anna"), bob()))).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    default void refusesAnUnknownCallee() {
        assertThat(reserve(newCall(anna(), nobody("bob")))).isEqualTo(new Reservation.CalleeNotFound());
    }

    @Test
    default void refusesACallerOfAnotherOwnerAsUnknown() {
        assertThat(reserve(newCall(ownedBy("carl", anna()), bob()))).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    default void refusesABusyCallerOfAnotherOwnerAsUnknown() {
        reserved(anna(), bob());

        assertThat(reserve(newCall(ownedBy("carl", anna()), carl()))).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    default void namesTheCallOfABusyCaller() {
        Call call = ringing(anna(), bob());

        assertThat(reserve(newCall(anna(), carl())))
                .isEqualTo(new Reservation.Taken(Optional.of(call), Optional.empty()));
    }

    @Test
    default void namesTheCallOfABusyCallee() {
        Call call = ringing(anna(), bob());

        assertThat(reserve(newCall(carl(), bob())))
                .isEqualTo(new Reservation.Taken(Optional.empty(), Optional.of(call)));
    }

    @Test
    default void namesTheOneCallThatBothAreIn() {
        Call call = answered(anna(), bob());

        assertThat(reserve(newCall(bob(), anna())))
                .isEqualTo(new Reservation.Taken(Optional.of(call), Optional.of(call)));
    }

    @Test
    default void namesBothCallsWhenEachDeviceIsInItsOwn() {
        Call annas = reserved(anna(), bob());
        Call carls = reserved(carl(), another("dora"));

        assertThat(reserve(newCall(anna(), carl())))
                .isEqualTo(new Reservation.Taken(Optional.of(annas), Optional.of(carls)));
    }

    @Test
    default void changesNothingWhenItRefuses() {
        reserved(anna(), bob());
        Call refused = newCall(carl(), bob());

        reserve(refused);

        assertThat(calls().find(refused.id())).isEmpty();
        assertThat(callOf(carl())).isEmpty();
    }

    @Test
    default void reservesAgainAfterACall() {
        over(anna(), bob());
        Call next = reserved(bob(), anna());

        assertThat(callOf(anna())).contains(next.id());
        assertThat(callOf(bob())).contains(next.id());
    }

    @Test
    default void failsACallInTheWayWhoseSetUpWasAbandoned() {
        Call abandoned = reserved(anna(), bob());

        assertThat(reserve(newCall(carl(), bob(), SET_UP_LEASE))).isEqualTo(new Reservation.Reserved());
        assertThat(stored(abandoned).state()).isEqualTo(CallState.FAILED);
        assertThat(stored(abandoned).change()).isEqualTo(Change.bySystem("set_up_abandoned", SET_UP_LEASE));
    }

    @Test
    default void endsACallInTheWayThatRangInVain() {
        Call rang = ringing(anna(), bob());

        assertThat(reserve(newCall(carl(), bob(), RINGING_LEASE))).isEqualTo(new Reservation.Reserved());
        assertThat(stored(rang).state()).isEqualTo(CallState.MISSED);
        assertThat(stored(rang).change()).isEqualTo(Change.bySystem("no_answer", RINGING_LEASE));
    }

    @Test
    default void endsAnAnsweredCallInTheWayWhoseLeaseIsOver() {
        Call silent = answered(anna(), bob());

        assertThat(reserve(newCall(carl(), bob(), ANSWERED_LEASE))).isEqualTo(new Reservation.Reserved());
        assertThat(stored(silent).state()).isEqualTo(CallState.ENDED);
        assertThat(stored(silent).change()).isEqualTo(Change.bySystem("lease_expired", ANSWERED_LEASE));
    }

    @Test
    default void freesTheOtherDeviceOfACallInTheWayToo() {
        ringing(anna(), bob());

        reserve(newCall(carl(), bob(), RINGING_LEASE));

        assertThat(callOf(anna())).isEmpty();
    }

    @Test
    default void endsTwoCallsInTheWay() {
        ringing(anna(), bob());
        ringing(carl(), another("dora"));
        Call next = newCall(anna(), carl(), RINGING_LEASE);

        assertThat(reserve(next)).isEqualTo(new Reservation.Reserved());
        assertThat(callOf(anna())).contains(next.id());
        assertThat(callOf(carl())).contains(next.id());
    }

    @Test
    default void letsNobodyInAMomentBeforeTheTimeIsUp() {
        Call call = ringing(anna(), bob());

        assertThat(reserve(newCall(carl(), bob(), RINGING_LEASE.minusMillis(1))))
                .isEqualTo(new Reservation.Taken(Optional.empty(), Optional.of(call)));
        assertThat(stored(call)).isEqualTo(call);
    }

    @Test
    default void namesTheLiveOneWhenOnlyOneOfTwoCallsInTheWayIsOver() {
        ringing(anna(), bob());
        Call carls = answered(carl(), another("dora"));

        assertThat(reserve(newCall(anna(), carl(), RINGING_LEASE)))
                .isEqualTo(new Reservation.Taken(Optional.empty(), Optional.of(carls)));
    }

    @Test
    default void letsOneOfManyReserve() {
        assertThat(manyAtOnce(() -> reserve(newCall(anna(), bob()))))
                .filteredOn(new Reservation.Reserved()::equals)
                .hasSize(1);
        assertThat(callOf(anna())).isPresent().isEqualTo(callOf(bob()));
    }

    private Device nobody(String owner) {
        return Enrolments.device(Enrolments.of(owner, NotifyType.GCM, "none"), "unknown");
    }

    private Device ownedBy(String owner, Device device) {
        return Enrolments.device(Enrolments.of(owner, NotifyType.GCM, device.deviceToken()), device.id());
    }
}

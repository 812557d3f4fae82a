package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallRate;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.Parties;
import dev.ringback.calling.call.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the parts of the device store's contract are about. */
interface StoreUnderTest {
    DeviceStore devices();

    /** On the same devices. */
    CallStore calls();

    FixedClock clock();

    default Device register(String owner, String token) {
        return register(Enrolments.of(owner, NotifyType.GCM, token));
    }

    default Device register(Enrolment enrolment) {
        return devices().register(enrolment, _ -> {}).device();
    }

    default Optional<Device> found(Device device) {
        return devices().find(device.id());
    }

    default Call reserve(Device caller, Device callee) {
        Call call = newCall(caller, callee);
        assertThat(tryToReserve(call)).isEqualTo(new Reservation.Reserved());
        return call;
    }

    default Reservation tryToReserve(Call call) {
        return calls().reserve(new NewCall(
                call,
                clock().instant().plusSeconds(3600),
                Optional.empty(),
                CallRate.of(call.parties().callerOwner(), clock().instant(), new CallLimits(1000))));
    }

    default Call newCall(Device caller, Device callee) {
        Instant now = clock().instant();
        return Call.begin(
                UUID.randomUUID().toString(),
                new Parties(caller.id(), caller.owner(), callee.id()),
                now,
                now.plusSeconds(45),
                now.plusSeconds(30));
    }

    default void end(Call call) {
        calls().end(call, Transition.CANCEL, new Change(call.callerId(), Optional.empty(), clock().instant()));
    }
}

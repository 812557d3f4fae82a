package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.CallStore.Ending;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class CallStoreContract {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant SET_UP = NOW.plusSeconds(30);
    static final Instant LEASE = NOW.plusSeconds(3600);

    final DeviceStore devices;
    final CallStore calls;
    final Device anna;
    final Device bob;
    final Device carl;

    CallStoreContract(DeviceStore devices, CallStore calls) {
        this.devices = devices;
        this.calls = calls;
        this.anna = device("anna");
        this.bob = device("bob");
        this.carl = device("carl");
    }

    @Test
    void reservesBothDevicesAndWritesTheCall() {
        Call call = reserved(anna, bob);

        assertThat(calls.find(call.id())).contains(call);
        assertThat(reservation(anna)).contains(new Device.Reservation(call.id(), SET_UP));
        assertThat(reservation(bob)).contains(new Device.Reservation(call.id(), SET_UP));
    }

    @Test
    void refusesAnUnknownCaller() {
        assertThat(calls.reserve(call("unknown", bob.id(), "anna"), NOW)).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    void refusesACallerOfAnotherOwnerAsUnknown() {
        assertThat(calls.reserve(call(anna.id(), bob.id(), "carl"), NOW)).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    void refusesAnUnknownCallee() {
        assertThat(calls.reserve(call(anna.id(), "unknown", "anna"), NOW)).isEqualTo(new Reservation.CalleeNotFound());
    }

    @Test
    void tellsABusyCallerOfAnotherOwnerApartFromNobody() {
        reserved(anna, bob);

        assertThat(calls.reserve(call(anna.id(), carl.id(), "carl"), NOW)).isEqualTo(new Reservation.CallerNotFound());
    }

    @Test
    void refusesABusyCaller() {
        reserved(anna, bob);

        assertThat(calls.reserve(call(anna, carl), NOW)).isEqualTo(new Reservation.CallerBusy());
    }

    @Test
    void refusesABusyCallee() {
        reserved(anna, bob);

        assertThat(calls.reserve(call(carl, bob), NOW)).isEqualTo(new Reservation.CalleeBusy());
    }

    @Test
    void refusesTheSecondOfTwoWhoCallEachOther() {
        reserved(anna, bob);

        assertThat(calls.reserve(call(bob, anna), NOW)).isEqualTo(new Reservation.CallerBusy());
    }

    @Test
    void changesNothingWhenItRefuses() {
        reserved(anna, bob);
        Call refused = call(carl, bob);

        calls.reserve(refused, NOW);

        assertThat(calls.find(refused.id())).isEmpty();
        assertThat(reservation(carl)).isEmpty();
    }

    @Test
    void reservesADeviceWhoseLeaseHasRunOut() {
        reserved(anna, bob);

        assertThat(calls.reserve(call(carl, bob), SET_UP)).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void doesNotReserveADeviceBeforeItsLeaseHasRunOut() {
        reserved(anna, bob);

        assertThat(calls.reserve(call(carl, bob), SET_UP.minusMillis(1))).isEqualTo(new Reservation.CalleeBusy());
    }

    @Test
    void freesDevicesThatAnEndedCallStillHolds() {
        Call dead = reserved(anna, bob);
        calls.end(dead.id(), CallState.ENDED, NOW);
        Call next = call(bob, anna);

        assertThat(calls.reserve(next, NOW)).isEqualTo(new Reservation.Reserved());
        assertThat(reservation(anna)).contains(new Device.Reservation(next.id(), SET_UP));
        assertThat(reservation(bob)).contains(new Device.Reservation(next.id(), SET_UP));
    }

    @Test
    void staysBusyWhenOnlyOneOfTwoCallsInTheWayIsOver() {
        Device dora = device("dora");
        Call dead = reserved(anna, bob);
        calls.end(dead.id(), CallState.ENDED, NOW);
        reserved(carl, dora);

        assertThat(calls.reserve(call(anna, carl), NOW))
                .isIn(new Reservation.CallerBusy(), new Reservation.CalleeBusy());
        assertThat(reservation(carl)).isPresent();
    }

    @Test
    void storesTheMedia() {
        Call call = reserved(anna, bob);
        Media media = FakeMediaProvider.media(call.id());

        assertThat(calls.attachMedia(call, media, LEASE)).isTrue();
        Call stored = calls.find(call.id()).orElseThrow();
        assertThat(stored.media()).contains(media);
        assertThat(stored.leaseUntil()).isEqualTo(LEASE);
        assertThat(stored.state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void prolongsBothReservationsWithTheMedia() {
        Call call = attached(anna, bob);

        assertThat(reservation(anna)).contains(new Device.Reservation(call.id(), LEASE));
        assertThat(reservation(bob)).contains(new Device.Reservation(call.id(), LEASE));
    }

    @Test
    void doesNotAttachMediaToACallThatIsOver() {
        Call call = reserved(anna, bob);
        calls.end(call.id(), CallState.ENDED, NOW);

        assertThat(calls.attachMedia(call, FakeMediaProvider.media(call.id()), LEASE))
                .isFalse();
        assertThat(reservation(anna)).contains(new Device.Reservation(call.id(), SET_UP));
    }

    @Test
    void doesNotAttachMediaToACallThatLostADevice() {
        Call call = reserved(anna, bob);
        calls.reserve(call(carl, bob), SET_UP);

        assertThat(calls.attachMedia(call, FakeMediaProvider.media(call.id()), LEASE))
                .isFalse();
        assertThat(calls.find(call.id()).orElseThrow().media()).isEmpty();
    }

    @Test
    void doesNotAttachMediaToACallWhoseDeviceWasDeleted() {
        Call call = reserved(anna, bob);
        devices.delete(devices.find(bob.id()).orElseThrow());

        assertThat(calls.attachMedia(call, FakeMediaProvider.media(call.id()), LEASE))
                .isFalse();
        assertThat(devices.find(bob.id())).isEmpty();
    }

    @Test
    void answersAnEndWithTheCallAsItWas() {
        Call call = attached(anna, bob);
        Call stored = calls.find(call.id()).orElseThrow();

        assertThat(calls.end(call.id(), CallState.FAILED, NOW)).isEqualTo(new Ending.Ended(stored));
        assertThat(calls.find(call.id()).orElseThrow().state()).isEqualTo(CallState.FAILED);
    }

    @Test
    void forgetsTheTokensOfACallThatIsOver() {
        Call call = attached(anna, bob);
        calls.end(call.id(), CallState.ENDED, NOW);

        Media media = calls.find(call.id()).orElseThrow().media().orElseThrow();
        assertThat(media.sessionId()).isNotEmpty();
        assertThat(media.caller().token()).isEmpty();
        assertThat(media.callee().token()).isEmpty();
    }

    @Test
    void answersASecondEndWithTheCallAsItIs() {
        Call call = reserved(anna, bob);
        calls.end(call.id(), CallState.ENDED, NOW);

        Ending second = calls.end(call.id(), CallState.FAILED, NOW);

        assertThat(second)
                .isEqualTo(new Ending.AlreadyOver(calls.find(call.id()).orElseThrow()));
        assertThat(calls.find(call.id()).orElseThrow().state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void knowsNoCallThatWasNeverMade() {
        assertThat(calls.end("unknown", CallState.ENDED, NOW)).isEqualTo(new Ending.Unknown());
        assertThat(calls.find("unknown")).isEmpty();
    }

    @Test
    void letsOneOfManyEndACall() {
        Call call = reserved(anna, bob);
        List<Callable<Ending>> ends = IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<Ending>) () -> calls.end(call.id(), CallState.ENDED, NOW))
                .toList();

        assertThat(Together.run(ends).stream().map(Outcome::orThrow).filter(Ending.Ended.class::isInstance))
                .hasSize(1);
    }

    @Test
    void freesBothDevices() {
        Call call = reserved(anna, bob);

        calls.release(call);

        assertThat(reservation(anna)).isEmpty();
        assertThat(reservation(bob)).isEmpty();
    }

    @Test
    void freesNothingASecondTime() {
        Call call = reserved(anna, bob);
        calls.release(call);
        Call next = reserved(carl, bob);

        calls.release(call);

        assertThat(reservation(bob)).contains(new Device.Reservation(next.id(), SET_UP));
    }

    @Test
    void freesTheOtherDeviceWhenOneIsDeleted() {
        Call call = reserved(anna, bob);
        devices.delete(devices.find(anna.id()).orElseThrow());

        calls.release(call);

        assertThat(reservation(bob)).isEmpty();
        assertThat(devices.find(anna.id())).isEmpty();
    }

    Call reserved(Device caller, Device callee) {
        Call call = call(caller, callee);
        assertThat(calls.reserve(call, NOW)).isEqualTo(new Reservation.Reserved());
        return call;
    }

    Call attached(Device caller, Device callee) {
        Call call = reserved(caller, callee);
        assertThat(calls.attachMedia(call, FakeMediaProvider.media(call.id()), LEASE))
                .isTrue();
        return call;
    }

    static Call call(Device caller, Device callee) {
        return call(caller.id(), callee.id(), caller.owner());
    }

    static Call call(String callerId, String calleeId, String owner) {
        return new Call(
                UUID.randomUUID().toString(),
                CallState.RINGING,
                callerId,
                calleeId,
                owner,
                Optional.empty(),
                NOW,
                NOW.plusSeconds(45),
                SET_UP);
    }

    Optional<Device.Reservation> reservation(Device device) {
        return devices.find(device.id()).orElseThrow().reservation();
    }

    final Device device(String owner) {
        return devices.register(owner, NotifyType.GCM, "token of " + owner, NOW, _ -> {})
                .device();
    }
}

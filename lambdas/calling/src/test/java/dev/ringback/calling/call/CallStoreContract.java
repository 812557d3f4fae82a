package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What the contracts of call stores share: devices, and calls between them in every state. */
interface CallStoreContract {
    Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    Instant SET_UP_LEASE = NOW.plusSeconds(30);
    Instant RING_UNTIL = NOW.plusSeconds(45);
    Instant RINGING_LEASE = NOW.plusSeconds(65);
    Instant ANSWERED_AT = NOW.plusSeconds(10);
    Instant ANSWERED_LEASE = NOW.plusSeconds(3600);
    Duration KEPT = Duration.ofDays(90);

    Stores stores();

    /** In the same tables. */
    BlockStore blocks();

    /** Makes a device forget the call it is in, which no store does by itself. */
    void loseHold(Device device, Call call);

    /** The stores under test, and three devices in them. */
    record Stores(DeviceStore devices, CallStore calls, CallHistory history, Device anna, Device bob, Device carl) {
        static Stores of(DeviceStore devices, CallStore calls, CallHistory history) {
            return new Stores(
                    devices,
                    calls,
                    history,
                    register(devices, "anna"),
                    register(devices, "bob"),
                    register(devices, "carl"));
        }

        static Device register(DeviceStore devices, String owner) {
            return devices.register(Enrolments.of(owner, NotifyType.GCM, "token of " + owner), _ -> {})
                    .device();
        }
    }

    default CallStore calls() {
        return stores().calls();
    }

    default Device anna() {
        return stores().anna();
    }

    default Device bob() {
        return stores().bob();
    }

    default Device carl() {
        return stores().carl();
    }

    default Device another(String owner) {
        return Stores.register(stores().devices(), owner);
    }

    /** A second device of this owner. */
    default Device tablet(String owner) {
        return stores().devices()
                .register(Enrolments.of(owner, NotifyType.APNS, "second token of " + owner), _ -> {})
                .device();
    }

    default Call newCall(Device caller, Device callee) {
        return newCall(caller, callee, NOW);
    }

    default Call newCall(Device caller, Device callee, Instant startedAt) {
        return Call.begin(
                UUID.randomUUID().toString(),
                new Parties(caller.id(), caller.owner(), callee.id()),
                startedAt,
                startedAt.plus(Duration.between(NOW, RING_UNTIL)),
                startedAt.plus(Duration.between(NOW, SET_UP_LEASE)));
    }

    default Reservation reserve(Call call) {
        return reserve(call, Optional.empty());
    }

    default Reservation reserve(Call call, Optional<RequestPin> pin) {
        return reserve(call, pin, new CallLimits(1000));
    }

    default Reservation reserve(Call call, Optional<RequestPin> pin, CallLimits limits) {
        Instant at = call.timeline().startedAt();
        CallRate rate = CallRate.of(call.parties().callerOwner(), at, limits);
        return calls().reserve(new NewCall(call, at.plus(KEPT), pin, rate));
    }

    default Call reserved(Device caller, Device callee) {
        Call call = newCall(caller, callee);
        assertThat(reserve(call)).isEqualTo(new Reservation.Reserved());
        return call;
    }

    default Call ringing(Device caller, Device callee) {
        Call call = reserved(caller, callee);
        return calls().recordMedia(call, callee.owner(), FakeMediaProvider.media(call.id()), NOW, RINGING_LEASE)
                .orElseThrow();
    }

    default Call answered(Device caller, Device callee) {
        return changed(calls().answer(answerTo(ringing(caller, callee), callee)));
    }

    default Call over(Device caller, Device callee) {
        return cancelled(ringing(caller, callee));
    }

    default Call cancelled(Call call) {
        return changed(calls().end(call, Transition.CANCEL, by(call.callerId(), NOW)));
    }

    default Answer answerTo(Call call, Device callee) {
        return new Answer(
                call.id(),
                callee.id(),
                callee.owner(),
                ANSWERED_AT,
                ANSWERED_AT.minus(CallTimes.GRACE),
                ANSWERED_LEASE);
    }

    default Change by(String who, Instant at) {
        return new Change(who, Optional.empty(), at);
    }

    default Call changed(Changing changing) {
        assertThat(changing).isInstanceOf(Changing.Changed.class);
        return ((Changing.Changed) changing).call();
    }

    default Call stored(Call call) {
        return calls().find(call.id()).orElseThrow();
    }

    default Optional<String> callOf(Device device) {
        return stores().devices().find(device.id()).orElseThrow().callId();
    }

    default <T> List<T> manyAtOnce(Callable<T> task) {
        return Together.run(Collections.nCopies(8, task)).stream()
                .map(Outcome::orThrow)
                .toList();
    }
}

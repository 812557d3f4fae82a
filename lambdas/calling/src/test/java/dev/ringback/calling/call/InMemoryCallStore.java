package dev.ringback.calling.call;

import static dev.ringback.calling.device.InMemoryDeviceStore.isHeldBy;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls in a map. A test that needs a fault overrides the method that is to fail. */
public class InMemoryCallStore implements CallStore {
    private final InMemoryDeviceStore devices;
    private final Map<String, Call> calls = new HashMap<>();

    public InMemoryCallStore(InMemoryDeviceStore devices) {
        this.devices = devices;
    }

    @Override
    public Reservation reserve(Call call, Instant now) {
        synchronized (devices) {
            Optional<Device> caller = devices.find(call.callerId())
                    .filter(device -> device.owner().equals(call.callerOwner()));
            Optional<Device> callee = devices.find(call.calleeId());
            if (caller.isEmpty()) {
                return new Reservation.CallerNotFound();
            }
            if (callee.isEmpty()) {
                return new Reservation.CalleeNotFound();
            }
            if (isBusy(caller.get(), now)) {
                return new Reservation.CallerBusy();
            }
            if (isBusy(callee.get(), now)) {
                return new Reservation.CalleeBusy();
            }
            hold(call, call.leaseUntil());
            calls.put(call.id(), call);
            return new Reservation.Reserved();
        }
    }

    @Override
    public boolean attachMedia(Call call, Media media, Instant leaseUntil) {
        synchronized (devices) {
            Call stored = calls.get(call.id());
            if (stored == null || stored.state().isFinal() || !holdsBoth(call)) {
                return false;
            }
            hold(call, leaseUntil);
            calls.put(call.id(), copy(stored, stored.state(), Optional.of(media), leaseUntil));
            return true;
        }
    }

    @Override
    public Ending end(String callId, CallState finalState, Instant now) {
        synchronized (devices) {
            Call call = calls.get(callId);
            if (call == null) {
                return new Ending.Unknown();
            }
            if (call.state().isFinal()) {
                return new Ending.AlreadyOver(call);
            }
            calls.put(
                    callId,
                    copy(call, finalState, call.media().map(InMemoryCallStore::withoutTokens), call.leaseUntil()));
            return new Ending.Ended(call);
        }
    }

    private static Media withoutTokens(Media media) {
        return new Media(
                media.sessionId(),
                new Media.Participant(media.caller().id(), ""),
                new Media.Participant(media.callee().id(), ""));
    }

    @Override
    public void release(Call call) {
        devices.free(call.callerId(), call.id());
        devices.free(call.calleeId(), call.id());
    }

    @Override
    public Optional<Call> find(String callId) {
        synchronized (devices) {
            return Optional.ofNullable(calls.get(callId));
        }
    }

    public List<Call> all() {
        synchronized (devices) {
            return List.copyOf(calls.values());
        }
    }

    private boolean isBusy(Device device, Instant now) {
        return device.reservation()
                .filter(reservation -> reservation.leaseUntil().isAfter(now))
                .flatMap(reservation -> find(reservation.callId()))
                .filter(call -> !call.state().isFinal())
                .isPresent();
    }

    private boolean holdsBoth(Call call) {
        return List.of(call.callerId(), call.calleeId()).stream()
                .allMatch(id -> devices.find(id)
                        .filter(device -> isHeldBy(device, call.id()))
                        .isPresent());
    }

    private void hold(Call call, Instant leaseUntil) {
        devices.hold(call.callerId(), new Device.Reservation(call.id(), leaseUntil));
        devices.hold(call.calleeId(), new Device.Reservation(call.id(), leaseUntil));
    }

    private static Call copy(Call call, CallState state, Optional<Media> media, Instant leaseUntil) {
        return new Call(
                call.id(),
                state,
                call.callerId(),
                call.calleeId(),
                call.callerOwner(),
                media,
                call.startedAt(),
                call.ringUntil(),
                leaseUntil);
    }
}

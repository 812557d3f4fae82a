package dev.ringback.calling.device;

import dev.ringback.calling.ContendedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Devices in a map; also the reservations, as in the real table. */
public final class InMemoryDeviceStore implements DeviceStore {
    private static final int ATTEMPTS = 5;

    private final Map<String, Device> byId = new HashMap<>();
    private final Map<String, String> idsByToken = new HashMap<>();

    @Override
    public synchronized Optional<Device> find(String clientId) {
        return Optional.ofNullable(byId.get(clientId));
    }

    // What is done before taking needs this store from other threads, so it is done outside the lock.
    @Override
    public Registration register(
            String owner, NotifyType notifyType, String deviceToken, Instant now, Consumer<Device> beforeTaking) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            holder(deviceToken).filter(device -> !device.owner().equals(owner)).ifPresent(beforeTaking);
            Optional<Registration> registration = register(owner, notifyType, deviceToken);
            if (registration.isPresent()) {
                return registration.get();
            }
        }
        throw new ContendedException("the device is in a call", null);
    }

    private synchronized Optional<Device> holder(String deviceToken) {
        return Optional.ofNullable(idsByToken.get(deviceToken)).map(byId::get);
    }

    private synchronized Optional<Registration> register(String owner, NotifyType notifyType, String deviceToken) {
        Optional<Device> holder = holder(deviceToken);
        if (holder.isPresent() && holder.get().owner().equals(owner)) {
            Device same = new Device(
                    holder.get().id(),
                    owner,
                    notifyType,
                    deviceToken,
                    holder.get().callId());
            return Optional.of(new Registration(put(same), Optional.empty()));
        }
        if (holder.flatMap(Device::callId).isPresent()) {
            return Optional.empty();
        }
        holder.ifPresent(device -> byId.remove(device.id()));
        Device fresh = new Device(UUID.randomUUID().toString(), owner, notifyType, deviceToken, Optional.empty());
        return Optional.of(new Registration(put(fresh), holder));
    }

    @Override
    public synchronized boolean delete(Device device) {
        Optional<Device> present = find(device.id());
        if (present.flatMap(Device::callId).isPresent()) {
            return false;
        }
        present.ifPresent(gone -> {
            byId.remove(gone.id());
            idsByToken.remove(gone.deviceToken());
        });
        return true;
    }

    /** Gives the device to a call, whoever had it. */
    public synchronized void hold(String clientId, String callId) {
        putInCall(byId.get(clientId), Optional.of(callId));
    }

    /** Takes the device from the call, if it is this call's. */
    public synchronized void free(String clientId, String callId) {
        find(clientId)
                .filter(device -> device.callId().equals(Optional.of(callId)))
                .ifPresent(device -> putInCall(device, Optional.empty()));
    }

    private void putInCall(Device device, Optional<String> callId) {
        put(new Device(device.id(), device.owner(), device.notifyType(), device.deviceToken(), callId));
    }

    private Device put(Device device) {
        byId.put(device.id(), device);
        idsByToken.put(device.deviceToken(), device.id());
        return device;
    }
}

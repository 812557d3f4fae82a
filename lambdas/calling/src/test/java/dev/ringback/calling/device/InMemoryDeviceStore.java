package dev.ringback.calling.device;

import dev.ringback.calling.device.Device.Reservation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Devices in a map; also the reservations, as in the real table. */
public final class InMemoryDeviceStore implements DeviceStore {
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
        holder(deviceToken).filter(device -> !device.owner().equals(owner)).ifPresent(beforeTaking);
        return register(owner, notifyType, deviceToken);
    }

    private synchronized Optional<Device> holder(String deviceToken) {
        return Optional.ofNullable(idsByToken.get(deviceToken)).map(byId::get);
    }

    private synchronized Registration register(String owner, NotifyType notifyType, String deviceToken) {
        Optional<Device> holder = holder(deviceToken);
        if (holder.isPresent() && holder.get().owner().equals(owner)) {
            return new Registration(
                    put(new Device(
                            holder.get().id(),
                            owner,
                            notifyType,
                            deviceToken,
                            holder.get().reservation())),
                    Optional.empty());
        }
        holder.ifPresent(device -> byId.remove(device.id()));
        return new Registration(
                put(new Device(UUID.randomUUID().toString(), owner, notifyType, deviceToken, Optional.empty())),
                holder);
    }

    @Override
    public synchronized boolean delete(Device device) {
        Optional<Device> present = find(device.id());
        Optional<String> call = present.flatMap(Device::reservation).map(Reservation::callId);
        if (call.isPresent() && !call.equals(device.reservation().map(Reservation::callId))) {
            return false;
        }
        present.ifPresent(gone -> {
            byId.remove(gone.id());
            idsByToken.remove(gone.deviceToken());
        });
        return true;
    }

    /** Gives the device to a call, whoever had it. */
    public synchronized void hold(String clientId, Reservation reservation) {
        Device device = byId.get(clientId);
        put(new Device(
                device.id(), device.owner(), device.notifyType(), device.deviceToken(), Optional.of(reservation)));
    }

    /** Takes the device from the call, if it is this call's. */
    public synchronized void free(String clientId, String callId) {
        find(clientId)
                .filter(device -> isHeldBy(device, callId))
                .ifPresent(device -> put(new Device(
                        device.id(), device.owner(), device.notifyType(), device.deviceToken(), Optional.empty())));
    }

    public static boolean isHeldBy(Device device, String callId) {
        return device.reservation().map(Reservation::callId).equals(Optional.of(callId));
    }

    private Device put(Device device) {
        byId.put(device.id(), device);
        idsByToken.put(device.deviceToken(), device.id());
        return device;
    }
}

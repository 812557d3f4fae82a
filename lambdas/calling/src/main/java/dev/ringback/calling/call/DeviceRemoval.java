package dev.ringback.calling.call;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.util.Optional;

/** Takes a device of a user out of the backend, after ending the call it is in. */
public final class DeviceRemoval {
    private static final int ATTEMPTS = 3;

    private final DeviceStore devices;
    private final CallEnding ending;

    public DeviceRemoval(DeviceStore devices, CallEnding ending) {
        this.devices = devices;
        this.ending = ending;
    }

    /** What became of it. */
    public enum Removal {
        REMOVED,
        /** Unknown, or not the user's. */
        NOT_FOUND,
        /** It was in another call each time that one was ended. */
        IN_CALLS
    }

    /** @throws dev.ringback.calling.ContendedException if it could not be written */
    public Removal remove(String owner, String clientId) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Device> device =
                    devices.find(clientId).filter(found -> found.owner().equals(owner));
            if (device.isEmpty()) {
                return Removal.NOT_FOUND;
            }
            device.get().callId().ifPresent(callId -> ending.leave(callId, clientId));
            if (devices.delete(device.get())) {
                return Removal.REMOVED;
            }
        }
        return Removal.IN_CALLS;
    }
}

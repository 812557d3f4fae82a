package dev.ringback.register;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.NotifyType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets nobody register. */
record DeviceStoreThatIsContended(DeviceStore devices) implements DeviceStore {
    @Override
    public Optional<Device> find(String clientId) {
        return devices.find(clientId);
    }

    @Override
    public Registration register(
            String owner, NotifyType notifyType, String deviceToken, Instant now, Consumer<Device> beforeTaking) {
        throw new ContendedException("others", null);
    }

    @Override
    public boolean delete(Device device) {
        return devices.delete(device);
    }
}

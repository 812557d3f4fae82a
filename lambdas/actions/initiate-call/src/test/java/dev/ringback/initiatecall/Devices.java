package dev.ringback.initiatecall;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.NotifyType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Another store's devices. A test that needs a fault overrides the method that is to fail. */
class Devices implements DeviceStore {
    private final DeviceStore others;

    Devices(DeviceStore others) {
        this.others = others;
    }

    @Override
    public Optional<Device> find(String clientId) {
        return others.find(clientId);
    }

    @Override
    public Registration register(
            String owner, NotifyType notifyType, String deviceToken, Instant now, Consumer<Device> beforeTaking) {
        return others.register(owner, notifyType, deviceToken, now, beforeTaking);
    }

    @Override
    public boolean delete(Device device) {
        return others.delete(device);
    }
}

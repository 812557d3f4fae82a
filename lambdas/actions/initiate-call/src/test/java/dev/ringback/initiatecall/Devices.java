package dev.ringback.initiatecall;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.Enrolment;
import java.util.List;
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
    public Registration register(Enrolment enrolment, Consumer<Device> beforeTaking) {
        return others.register(enrolment, beforeTaking);
    }

    @Override
    public List<Device> ofOwner(String owner) {
        return others.ofOwner(owner);
    }

    @Override
    public List<Device> allOf(String owner) {
        return others.allOf(owner);
    }

    @Override
    public boolean forgetToken(Device seen, String token) {
        return others.forgetToken(seen, token);
    }

    @Override
    public boolean delete(Device device) {
        return others.delete(device);
    }
}

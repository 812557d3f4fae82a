package dev.ringback.register;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.Enrolment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets nobody register. */
record DeviceStoreThatIsContended(DeviceStore devices) implements DeviceStore {
    @Override
    public Optional<Device> find(String clientId) {
        return devices.find(clientId);
    }

    @Override
    public Registration register(Enrolment enrolment, Consumer<Device> beforeTaking) {
        throw new ContendedException("others", null);
    }

    @Override
    public List<Device> ofOwner(String owner) {
        return devices.ofOwner(owner);
    }

    @Override
    public List<Device> allOf(String owner) {
        return devices.allOf(owner);
    }

    @Override
    public boolean forgetToken(Device seen, String token) {
        return devices.forgetToken(seen, token);
    }

    @Override
    public boolean delete(Device device) {
        return devices.delete(device);
    }
}

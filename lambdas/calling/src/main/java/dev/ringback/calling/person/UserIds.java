package dev.ringback.calling.person;

import dev.ringback.calling.device.ClientId;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.util.Optional;

/** Whom the ids mean that apps know of others. */
public record UserIds(DeviceStore devices, People people) {
    /**
     * The {@code sub} of the user whose device has this id, or who made the person with it.
     *
     * @return empty for a device or person that is gone
     */
    public Optional<String> userOf(String id) {
        Optional<String> owner = devices.find(id).map(Device::owner);
        // Anybody may give a person of his the id of a device that is gone.
        return owner.isPresent() || ClientId.isOne(id) ? owner : people.find(id).map(Person::owner);
    }
}

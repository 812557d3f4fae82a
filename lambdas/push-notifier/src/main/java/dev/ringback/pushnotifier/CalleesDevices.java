package dev.ringback.pushnotifier;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices of whoever is called. */
final class CalleesDevices {
    private final DeviceStore devices;
    private final InstantSource clock;

    CalleesDevices(DeviceStore devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** The dialed device first, unless it is gone; never the one that calls. */
    List<Device> of(Callee callee) {
        Map<String, Device> byId = new LinkedHashMap<>();
        // Read by itself, since the owner's index may not have it yet.
        devices.find(callee.dialed()).ifPresent(device -> byId.put(device.id(), device));
        callee.owner().map(devices::ofOwner).orElse(List.of()).forEach(device -> byId.putIfAbsent(device.id(), device));
        return byId.values().stream()
                .filter(device -> !device.isExpired(clock.instant()))
                .filter(device -> !device.id().equals(callee.caller()))
                .toList();
    }

    /**
     * @param owner unknown of a call whose callee was not looked up
     * @param caller the device that calls, perhaps another one of the same user
     */
    record Callee(String dialed, Optional<String> owner, String caller) {}
}

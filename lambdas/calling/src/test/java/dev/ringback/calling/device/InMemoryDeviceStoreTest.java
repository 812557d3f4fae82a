package dev.ringback.calling.device;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.InMemoryCallStore;

class InMemoryDeviceStoreTest extends DeviceStoreContract {
    InMemoryDeviceStoreTest() {
        FixedClock clock = new FixedClock();
        InMemoryDeviceStore devices = new InMemoryDeviceStore(clock);
        super(devices, new InMemoryCallStore(devices), clock);
    }
}

package dev.ringback.calling.device;

import dev.ringback.calling.call.InMemoryCallStore;

class InMemoryDeviceStoreTest extends DeviceStoreContract {
    InMemoryDeviceStoreTest() {
        InMemoryDeviceStore devices = new InMemoryDeviceStore();
        super(devices, new InMemoryCallStore(devices));
    }
}

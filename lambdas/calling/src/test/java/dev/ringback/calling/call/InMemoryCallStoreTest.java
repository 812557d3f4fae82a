package dev.ringback.calling.call;

import dev.ringback.calling.device.InMemoryDeviceStore;

class InMemoryCallStoreTest extends CallStoreContract {
    InMemoryCallStoreTest() {
        InMemoryDeviceStore devices = new InMemoryDeviceStore();
        super(devices, new InMemoryCallStore(devices));
    }
}

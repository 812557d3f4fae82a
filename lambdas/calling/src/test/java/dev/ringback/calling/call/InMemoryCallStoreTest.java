package dev.ringback.calling.call;

import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.InMemoryDeviceStore;

class InMemoryCallStoreTest
        implements ReservationContract,
                MediaRecordContract,
                AnsweringContract,
                TakeoverContract,
                DeclineContract,
                EndingContract,
                LeaseContract,
                NoteContract,
                RequestPinContract,
                CallRateContract,
                OwnedCallsContract,
                HistoryContract {
    private final InMemoryDeviceStore devices = new InMemoryDeviceStore();
    private final InMemoryCallStore calls = new InMemoryCallStore(devices);
    private final Stores stores = Stores.of(devices, calls, new InMemoryCallHistory(calls));

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public OwnedCalls owned() {
        return new InMemoryOwnedCalls(calls);
    }

    @Override
    public BlockStore blocks() {
        return devices.blocks;
    }

    @Override
    public void loseHold(Device device, Call call) {
        devices.free(device.id(), call.id());
    }
}

package dev.ringback.listcalls;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.device.DeviceStore;

/** Makes {@link ListCalls}. */
public final class ListCallsFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new ListCalls(ports.get(DeviceStore.class), ports.get(CallHistory.class));
    }
}

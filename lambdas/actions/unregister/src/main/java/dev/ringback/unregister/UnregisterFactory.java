package dev.ringback.unregister;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.DeviceRemoval;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;

/** Makes {@link Unregister}. */
public final class UnregisterFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new Unregister(
                new DeviceRemoval(ports.get(DeviceStore.class), ports.get(CallEnding.class)),
                ports.get(Telemetry.class));
    }
}

package dev.ringback.endcall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;

/** Makes {@link EndCall}. */
public final class EndCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new EndCall(
                ports.get(DeviceStore.class),
                ports.get(CallStore.class),
                ports.get(CallEnding.class),
                ports.get(Telemetry.class));
    }
}

package dev.ringback.declinecall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.OwnCalls;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;

/** Makes {@link DeclineCall}. */
public final class DeclineCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new DeclineCall(
                new OwnCalls(ports.get(CallStore.class), ports.get(DeviceStore.class)),
                ports.get(CallDeclining.class),
                ports.get(Telemetry.class));
    }
}

package dev.ringback.register;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;

/** Makes {@link Register}. */
public final class RegisterFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new Register(
                ports.get(DeviceStore.class),
                ports.get(CallEnding.class),
                ports.get(DeviceRetention.class),
                ports.get(Clock.class),
                ports.get(Telemetry.class));
    }
}

package dev.ringback.getcall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.OwnCalls;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;

/** Makes {@link GetCall}. */
public final class GetCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        CallStore calls = ports.get(CallStore.class);
        return new GetCall(
                calls,
                new OwnCalls(calls, ports.get(DeviceStore.class)),
                ports.get(CallTimes.class),
                ports.get(Clock.class),
                ports.get(Telemetry.class));
    }
}

package dev.ringback.declinecall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.telemetry.Telemetry;

/** Makes {@link DeclineCall}. */
public final class DeclineCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new DeclineCall(ports.get(CallStore.class), ports.get(CallEnding.class), ports.get(Telemetry.class));
    }
}

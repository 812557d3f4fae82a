package dev.ringback.initiatecall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;

/** Makes {@link InitiateCall}. */
public final class InitiateCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new InitiateCall(
                ports.get(CallStore.class),
                ports.get(MediaProvider.class),
                ports.get(Ringer.class),
                ports.get(CallEnding.class),
                ports.get(CallTimes.class),
                ports.get(Clock.class),
                new Outcomes(ports.get(Telemetry.class)));
    }
}

package dev.ringback.answercall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.telemetry.Telemetry;

/** Makes {@link AnswerCall}. */
public final class AnswerCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new AnswerCall(ports.get(CallAnswering.class), ports.get(Telemetry.class));
    }
}

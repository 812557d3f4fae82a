package dev.ringback.initiatecall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.Pause;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.person.People;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;

/** Makes {@link InitiateCall}. */
public final class InitiateCallFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        CallStore calls = ports.get(CallStore.class);
        CallEnding ending = ports.get(CallEnding.class);
        CallTimes times = ports.get(CallTimes.class);
        Clock clock = ports.get(Clock.class);
        Telemetry telemetry = ports.get(Telemetry.class);
        CallWatch watch = new CallWatch(calls, clock, ports.get(Pause.class));
        DeviceStore devices = ports.get(DeviceStore.class);
        GivenAnswers given = new GivenAnswers(calls, telemetry);
        return new InitiateCall(
                calls,
                new Persons(ports.get(People.class), devices),
                new SetUp(
                        calls,
                        devices,
                        ports.get(MediaProvider.class),
                        new Ringing(ports.get(Ringer.class), ports.get(RingTimer.class), times, telemetry),
                        given,
                        ending,
                        times,
                        clock),
                new Repetition(watch, ending, given),
                new TakenDevices(ports.get(CallAnswering.class), watch),
                given,
                new RefusedAttempts(calls, telemetry),
                ending,
                times,
                ports.get(CallLimits.class),
                clock,
                new Outcomes(telemetry));
    }
}

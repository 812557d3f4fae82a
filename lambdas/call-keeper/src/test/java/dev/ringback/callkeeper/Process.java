package dev.ringback.callkeeper;

import dev.ringback.actionkit.Ports;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.functionkit.WorkTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both functions over the same world, in a process of their own that may end in the middle of anything. */
final class Process {
    private static final int ENOUGH_MILLIS = 60_000;

    final Life life = new Life();
    final LoadedActions actions;
    private final InMemoryBackend world;
    private final EndedCalls endedCalls;
    private final RingTimeouts ringTimeouts;
    private final Sweeper sweeper;

    Process(InMemoryBackend world) {
        this.world = world;
        CallStore calls = life.mortal(CallStore.class, world.calls);
        MediaProvider media = life.mortal(MediaProvider.class, world.mediaProvider);
        CallEnding ending = new CallEnding(calls, world.clock, world.telemetry);
        Map<Class<?>, Object> mortal = new HashMap<>();
        mortal.put(CallStore.class, calls);
        mortal.put(MediaProvider.class, media);
        mortal.put(CallEnding.class, ending);
        mortal.put(CallAnswering.class, new CallAnswering(calls, ending, world.times, world.clock, world.telemetry));
        DeviceStore devices = life.mortal(DeviceStore.class, world.devices);
        mortal.put(CallDeclining.class, new CallDeclining(calls, devices, ending, true));
        mortal.put(CallHistory.class, life.mortal(CallHistory.class, world.history));
        mortal.put(DeviceStore.class, devices);
        mortal.put(Ringer.class, life.mortal(Ringer.class, world.ringer));
        mortal.put(RingTimer.class, life.mortal(RingTimer.class, world.ringTimer));
        actions = new LoadedActions(new Ports() {
            @Override
            public <T> T get(Class<T> port) {
                return mortal.containsKey(port) ? port.cast(mortal.get(port)) : world.get(port);
            }
        });
        EachCall each = new EachCall(world.telemetry);
        MediaRelease release = new MediaRelease(calls, media, world.clock, world.telemetry);
        endedCalls = new EndedCalls(calls, release, each, world.telemetry);
        ringTimeouts = new RingTimeouts(calls, ending, each, world.clock, world.telemetry);
        sweeper = new Sweeper(calls, ending, release, each, world.clock, world.telemetry);
    }

    void hearOfChange(String callId) {
        endedCalls.release(List.of(new CallChange("1", Optional.of(callId), true)), time());
    }

    void hearOfRingTimeout(String callId) {
        ringTimeouts.end(List.of(new RingTimeout("1", Optional.of(callId))), time());
    }

    void sweep() {
        sweeper.sweep(time());
    }

    private WorkTime time() {
        return WorkTime.of(world.clock, ENOUGH_MILLIS, Duration.ofSeconds(1));
    }
}

package dev.ringback.calling;

import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.FakeRinger;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Everything an action may ask for, without AWS: what an action's test hands to its factory. */
public final class InMemoryBackend implements Ports {
    public final FixedClock clock = new FixedClock();
    public final RecordingTelemetry telemetry = new RecordingTelemetry();
    public final FakeMediaProvider mediaProvider = new FakeMediaProvider();
    public final FakeRinger ringer = new FakeRinger();
    public final CallTimes times =
            new CallTimes(Duration.ofSeconds(45), Duration.ofSeconds(30), Duration.ofMinutes(60));
    public final DeviceStore devices;
    public final CallStore calls;
    public final CallEnding ending;
    private final Map<Class<?>, Object> ports;

    public InMemoryBackend() {
        this(InMemoryCallStore::new);
    }

    /** With a call store of the test's own, to make faults. */
    public InMemoryBackend(Function<InMemoryDeviceStore, CallStore> calls) {
        InMemoryDeviceStore inMemory = new InMemoryDeviceStore();
        this(inMemory, calls.apply(inMemory));
    }

    /** With other stores, the real ones for instance. */
    public InMemoryBackend(DeviceStore devices, CallStore calls) {
        this.devices = devices;
        this.calls = calls;
        this.ending = new CallEnding(calls, mediaProvider, clock, telemetry);
        this.ports = Map.of(
                Clock.class, clock,
                Telemetry.class, telemetry,
                MediaProvider.class, mediaProvider,
                Ringer.class, ringer,
                CallTimes.class, times,
                DeviceStore.class, devices,
                CallStore.class, calls,
                CallEnding.class, ending);
    }

    @Override
    public <T> T get(Class<T> port) {
        if (!ports.containsKey(port)) {
            throw new IllegalStateException("there is no port " + port.getName());
        }
        return port.cast(ports.get(port));
    }

    /** A new device of this owner; its id. */
    public String device(String owner) {
        return devices.register(owner, NotifyType.GCM, "token-" + java.util.UUID.randomUUID(), clock.instant(), _ -> {})
                .device()
                .id();
    }

    /** True while the device is in no call, live or not. */
    public boolean isFree(String clientId) {
        return devices.find(clientId).flatMap(Device::reservation).isEmpty();
    }
}

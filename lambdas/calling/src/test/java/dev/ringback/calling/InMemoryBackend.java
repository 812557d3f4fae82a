package dev.ringback.calling;

import dev.ringback.actionkit.Ports;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.InMemoryBlockStore;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.FakeRingTimer;
import dev.ringback.calling.call.FakeRinger;
import dev.ringback.calling.call.InMemoryCallHistory;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.Enrolment;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.person.People;
import dev.ringback.calling.person.Person;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Everything an action may ask for, without AWS: what an action's test hands to its factory. */
public final class InMemoryBackend implements Ports {
    public final FixedClock clock;
    public final RecordingTelemetry telemetry = new RecordingTelemetry();
    public final FakeMediaProvider mediaProvider = new FakeMediaProvider();
    public final FakeRinger ringer = new FakeRinger();
    public final CallTimes times = new CallTimes(
            Duration.ofSeconds(45), Duration.ofSeconds(30), Duration.ofMinutes(60), Duration.ofDays(90), true);
    public final DeviceStore devices;
    public final CallStore calls;
    public final BlockStore blocks;
    public final CallHistory history;
    public final CallEnding ending;
    public final CallAnswering answering;
    public final Map<String, Person> people = new HashMap<>();
    public final FakeRingTimer ringTimer = new FakeRingTimer();
    private final Map<Class<?>, Object> ports;

    public InMemoryBackend() {
        this(InMemoryCallStore::new);
    }

    /** With a call store of the test's own, to make faults. */
    public InMemoryBackend(Function<InMemoryDeviceStore, InMemoryCallStore> calls) {
        FixedClock clock = new FixedClock();
        InMemoryDeviceStore inMemory = new InMemoryDeviceStore(clock);
        InMemoryCallStore store = calls.apply(inMemory);
        this(clock, inMemory, store, new InMemoryCallHistory(store), inMemory.blocks);
    }

    /** With other stores, the real ones for instance. */
    public InMemoryBackend(DeviceStore devices, CallStore calls, CallHistory history) {
        this(new FixedClock(), devices, calls, history);
    }

    /** With other stores that have this clock. */
    public InMemoryBackend(FixedClock clock, DeviceStore devices, CallStore calls, CallHistory history) {
        this(clock, devices, calls, history, new InMemoryBlockStore());
    }

    private InMemoryBackend(
            FixedClock clock, DeviceStore devices, CallStore calls, CallHistory history, BlockStore blocks) {
        this.blocks = blocks;
        this.clock = clock;
        this.devices = devices;
        this.calls = calls;
        this.history = history;
        ending = new CallEnding(calls, clock, telemetry);
        answering = new CallAnswering(calls, ending, times, clock, telemetry);
        ports = new HashMap<>();
        ports.put(Clock.class, clock);
        ports.put(Telemetry.class, telemetry);
        ports.put(MediaProvider.class, mediaProvider);
        ports.put(Ringer.class, ringer);
        ports.put(RingTimer.class, ringTimer);
        ports.put(CallTimes.class, times);
        ports.put(BlockStore.class, blocks);
        ports.put(CallLimits.class, new CallLimits(1000));
        ports.put(DeviceStore.class, devices);
        ports.put(DeviceRetention.class, new DeviceRetention(Enrolments.RETENTION));
        ports.put(CallStore.class, calls);
        ports.put(CallHistory.class, history);
        ports.put(CallEnding.class, ending);
        ports.put(CallAnswering.class, answering);
        ports.put(CallDeclining.class, new CallDeclining(calls, devices, ending, true));
        ports.put(People.class, (People) id -> Optional.ofNullable(people.get(id)));
        ports.put(Pause.class, (Pause) clock::advance);
    }

    /** From now on a call rings on until each device of its callee's user has declined it. */
    public InMemoryBackend decliningOneByOne() {
        ports.put(CallDeclining.class, new CallDeclining(calls, devices, ending, false));
        return this;
    }

    /** From now on a user may make so many calls in a minute. */
    public InMemoryBackend limitedTo(int callsPerMinute) {
        ports.put(CallLimits.class, new CallLimits(callsPerMinute));
        return this;
    }

    @Override
    public <T> T get(Class<T> port) {
        if (!ports.containsKey(port)) {
            throw new IllegalStateException("there is no port " + port.getName());
        }
        return port.cast(ports.get(port));
    }

    private Enrolment enrolment(String owner) {
        return Enrolments.of(
                owner,
                NotifyType.GCM,
                "token-" + UUID.randomUUID(),
                clock.instant().plus(Enrolments.RETENTION));
    }

    /** A new device of this owner; its id. */
    public String device(String owner) {
        return devices.register(enrolment(owner), _ -> {}).device().id();
    }

    /** True while the device is in no call. */
    public boolean isFree(String clientId) {
        return devices.find(clientId).flatMap(Device::callId).isEmpty();
    }
}

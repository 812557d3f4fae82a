package dev.ringback.pushnotifier;

import dev.ringback.calling.Together;
import dev.ringback.calling.device.Device;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One push to those of the callee's devices that it is for. */
final class PushToDevices {
    private final CalleesDevices devices;
    private final CallerNames names;
    private final Delivery delivery;

    PushToDevices(CalleesDevices devices, CallerNames names, Delivery delivery) {
        this.devices = devices;
        this.names = names;
        this.delivery = delivery;
    }

    /**
     * What is to be sent of a call.
     *
     * @param destination where a device gets it; empty for one that is not to get it
     * @param push made of what every push says
     */
    record Job(
            String callId,
            String callerId,
            String callerOwner,
            CalleesDevices.Callee callee,
            Instant expiresAt,
            Function<Device, Optional<Address>> destination,
            Function<Notice, Push> push) {}

    List<Pushed> send(Job job) throws InterruptedException {
        var read = Together.both(() -> devices.of(job.callee()), () -> names.nameOf(job.callerId(), job.callerOwner()));
        Map<Address, Device> addressed = new LinkedHashMap<>();
        for (Device device : read.first().orThrow()) {
            job.destination().apply(device).ifPresent(address -> addressed.put(address, device));
        }
        Optional<String> name = read.second().orThrow();
        Function<Instant, Push> push =
                now -> job.push().apply(new Notice(job.callId(), job.callerId(), name, now, job.expiresAt()));
        Map<Address, PushOutcome> outcomes = delivery.deliver(List.copyOf(addressed.keySet()), push);
        String kind = push.apply(job.expiresAt()).type();
        return addressed.entrySet().stream()
                .map(to -> new Pushed(to.getValue(), to.getKey(), kind, outcomes.get(to.getKey())))
                .toList();
    }
}

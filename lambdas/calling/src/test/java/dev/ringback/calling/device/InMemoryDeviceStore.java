package dev.ringback.calling.device;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.account.AccountGoneException;
import dev.ringback.calling.block.InMemoryBlockStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Devices in a map; also the reservations, as in the real table. */
public final class InMemoryDeviceStore implements DeviceStore {
    private static final int ATTEMPTS = 5;
    private static final int MOST_OF_OWNER = 50;

    /** In the same table. */
    public final InMemoryBlockStore blocks = new InMemoryBlockStore();

    private final InstantSource clock;
    private final Map<String, Instant> gone = new HashMap<>();
    private final Map<String, Device> byId = new HashMap<>();

    /** In which time stands still. */
    public InMemoryDeviceStore() {
        this(new FixedClock());
    }

    public InMemoryDeviceStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Device> find(String clientId) {
        Instant now = clock.instant();
        return Optional.ofNullable(byId.get(clientId)).filter(device -> !device.isGone(now));
    }

    @Override
    public synchronized List<Device> ofOwner(String owner) {
        Instant now = clock.instant();
        return all(device -> device.owner().equals(owner)).stream()
                .filter(device -> device.expiresAt().isPresent() && !device.isExpired(now))
                .sorted((one, other) -> other.expiresAt()
                        .orElseThrow()
                        .compareTo(one.expiresAt().orElseThrow()))
                .limit(MOST_OF_OWNER)
                .toList();
    }

    @Override
    public synchronized List<Device> allOf(String owner) {
        return all(device -> device.owner().equals(owner));
    }

    /** From now on nothing is registered for this user. */
    public synchronized Instant bury(String owner, Instant now) {
        Instant since = gone.putIfAbsent(owner, now);
        return since == null ? now : since;
    }

    // What is done before taking needs this store from other threads, so it is done outside the lock.
    @Override
    public Registration register(Enrolment enrolment, Consumer<Device> beforeTaking) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            notGone(inTheWay(enrolment)).forEach(beforeTaking);
            Optional<Registration> registration = tryToRegister(enrolment);
            if (registration.isPresent()) {
                return registration.get();
            }
        }
        throw new ContendedException("the device is in a call", null);
    }

    private synchronized Optional<Registration> tryToRegister(Enrolment enrolment) {
        if (gone.containsKey(enrolment.owner())) {
            throw new AccountGoneException();
        }
        List<Device> gone = inTheWay(enrolment);
        if (gone.stream().anyMatch(device -> device.callId().isPresent())) {
            return Optional.empty();
        }
        Optional<Device> kept = kept(enrolment);
        gone.forEach(device -> byId.remove(device.id()));
        return Optional.of(new Registration(
                put(enrolment.as(kept.map(Device::id).orElseGet(ClientId::fresh), kept.flatMap(Device::callId))),
                notGone(gone)));
    }

    private List<Device> notGone(List<Device> devices) {
        Instant now = clock.instant();
        return devices.stream().filter(device -> !device.isGone(now)).toList();
    }

    /** The devices with these tokens, other than the one that is kept. */
    private synchronized List<Device> inTheWay(Enrolment enrolment) {
        Optional<Device> kept = kept(enrolment);
        return all(device ->
                hasTokenOf(enrolment, device) && !kept.filter(device::equals).isPresent());
    }

    private Optional<Device> kept(Enrolment enrolment) {
        List<Device> own = all(device -> device.owner().equals(enrolment.owner()));
        return first(
                        own,
                        device -> enrolment.installationId().isPresent()
                                && device.installationId().equals(enrolment.installationId()))
                .or(() -> first(own, device -> device.has(enrolment.deviceToken())))
                .or(() -> first(own, device -> hasTokenOf(enrolment, device)));
    }

    private static boolean hasTokenOf(Enrolment enrolment, Device device) {
        return device.has(enrolment.deviceToken())
                || enrolment.voipToken().filter(device::has).isPresent();
    }

    private static Optional<Device> first(List<Device> devices, Predicate<Device> wanted) {
        return devices.stream().filter(wanted).findFirst();
    }

    private List<Device> all(Predicate<Device> wanted) {
        return byId.values().stream().filter(wanted).toList();
    }

    @Override
    public synchronized boolean delete(Device device) {
        if (find(device.id()).flatMap(Device::callId).isPresent()) {
            return false;
        }
        byId.remove(device.id());
        return true;
    }

    @Override
    public synchronized boolean forgetToken(Device seen, String token) {
        Optional<Device> same = find(seen.id())
                .filter(device -> device.has(token) && device.expiresAt().equals(seen.expiresAt()));
        same.ifPresent(device -> forget(device, token));
        return same.isPresent();
    }

    private void forget(Device device, String token) {
        Optional<Device> without = device.without(token);
        if (without.isEmpty() && device.callId().isEmpty()) {
            byId.remove(device.id());
        } else {
            put(without.orElseGet(() -> device.expiring(clock.instant())));
        }
    }

    /** Gives the device to a call, whoever had it. */
    public synchronized void hold(String clientId, String callId) {
        putInCall(byId.get(clientId), Optional.of(callId));
    }

    /** Takes the device from the call, if it is this call's. */
    public synchronized void free(String clientId, String callId) {
        find(clientId)
                .filter(device -> device.callId().equals(Optional.of(callId)))
                .ifPresent(device -> putInCall(device, Optional.empty()));
    }

    private void putInCall(Device device, Optional<String> callId) {
        put(new Device(
                device.id(),
                device.owner(),
                device.notifyType(),
                device.deviceToken(),
                device.voipToken(),
                device.installationId(),
                device.platform(),
                device.appVersion(),
                device.expiresAt(),
                callId));
    }

    private Device put(Device device) {
        byId.put(device.id(), device);
        return device;
    }
}

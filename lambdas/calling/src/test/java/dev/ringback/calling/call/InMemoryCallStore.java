package dev.ringback.calling.call;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls in a map. A test that needs a fault overrides the method that is to fail. */
public class InMemoryCallStore implements CallStore {
    private final InMemoryDeviceStore devices;
    private final Map<String, Call> calls = new HashMap<>();
    private final InMemoryRequestPins pins = new InMemoryRequestPins();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Set<String>> declines = new HashMap<>();

    public InMemoryCallStore(InMemoryDeviceStore devices) {
        this.devices = devices;
    }

    @Override
    public Reservation reserve(NewCall fresh) {
        synchronized (devices) {
            Call call = fresh.call();
            Instant now = call.timeline().startedAt();
            Optional<Reservation.AlreadyMade> made = fresh.pin().flatMap(pin -> pins.find(pin, now));
            if (made.isPresent()) {
                return made.get();
            }
            Optional<Device> caller = devices.find(call.callerId())
                    .filter(device -> device.owner().equals(call.parties().callerOwner()));
            Optional<Device> callee = devices.find(call.calleeId());
            if (caller.isEmpty()) {
                return new Reservation.CallerNotFound();
            }
            if (attempts.getOrDefault(fresh.rate().key(), 0) >= fresh.rate().most()) {
                return new Reservation.TooMany();
            }
            if (callee.isEmpty()) {
                return new Reservation.CalleeNotFound();
            }
            Optional<Call> callersCall = liveCall(caller.get(), now);
            Optional<Call> calleesCall = liveCall(callee.get(), now);
            if (callersCall.isPresent() || calleesCall.isPresent()) {
                return new Reservation.Taken(callersCall, calleesCall);
            }
            devices.hold(call.callerId(), call.id());
            devices.hold(call.calleeId(), call.id());
            calls.put(call.id(), call);
            count(fresh.rate());
            fresh.pin().ifPresent(pin -> pins.put(pin, call.id()));
            return new Reservation.Reserved();
        }
    }

    @Override
    public void count(CallRate rate) {
        synchronized (devices) {
            attempts.merge(rate.key(), 1, Integer::sum);
        }
    }

    @Override
    public void keepAnswer(RequestPin pin, String callId, String token, Instant now) {
        synchronized (devices) {
            pins.keepAnswer(pin, callId, token, now);
        }
    }

    private Optional<Call> liveCall(Device device, Instant now) {
        Optional<Call> call = device.callId().flatMap(this::find);
        call.flatMap(held -> Overdue.of(held, now))
                .ifPresent(overdue -> end(call.get(), overdue.transition(), overdue.change()));
        return call.flatMap(held -> find(held.id()))
                .filter(held -> !held.state().isFinal());
    }

    @Override
    public Optional<Call> recordMedia(Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
        Optional<String> owner = Optional.of(calleeOwner)
                .filter(callee -> !devices.blocks.has(callee, begun.parties().callerOwner()));
        return add(begun.id(), owner, media, Optional.of(at), leaseUntil);
    }

    private Optional<Call> add(
            String callId, Optional<String> calleeOwner, Media media, Optional<Instant> at, Instant leaseUntil) {
        synchronized (devices) {
            Call call = calls.get(callId);
            if (call == null) {
                return Optional.empty();
            }
            Call noted = WrittenCall.withMedia(call, calleeOwner, media, at, leaseUntil);
            calls.put(callId, noted);
            return Optional.of(noted);
        }
    }

    @Override
    public boolean keepMedia(String callId, Media media, Instant releaseFrom) {
        synchronized (devices) {
            return find(callId).filter(call -> call.state().isFinal()).isPresent()
                    && add(callId, Optional.empty(), media, Optional.empty(), releaseFrom)
                            .isPresent();
        }
    }

    @Override
    public Changing answer(Answer answer) {
        synchronized (devices) {
            Call call = calls.get(answer.callId());
            if (call == null) {
                return new Changing.Unknown();
            }
            return answer.clientId().equals(call.calleeId()) && mayBeAnswered(call, answer)
                    ? new Changing.Changed(answered(call, answer))
                    : new Changing.Refused(call);
        }
    }

    @Override
    public Takeover takeOver(Call seen, Answer answer) {
        synchronized (devices) {
            Call call = calls.get(seen.id());
            if (call == null) {
                return new Takeover.Decided(new Changing.Unknown());
            }
            if (!mayBeAnswered(call, answer)) {
                return new Takeover.Decided(new Changing.Refused(call));
            }
            Optional<Device> device = devices.find(answer.clientId())
                    .filter(found -> found.owner().equals(answer.owner()));
            if (device.isEmpty()) {
                return new Takeover.DeviceNotFound();
            }
            if (liveCall(device.get(), answer.at()).isPresent()) {
                return new Takeover.DeviceTaken();
            }
            devices.free(call.calleeId(), call.id());
            devices.hold(answer.clientId(), call.id());
            return new Takeover.Decided(new Changing.Changed(answered(call, answer)));
        }
    }

    private static boolean mayBeAnswered(Call call, Answer answer) {
        return call.state() == CallState.RINGING
                && call.parties().calleeOwner().equals(Optional.of(answer.owner()))
                && !call.ringUntil().isBefore(answer.rungUntilAtLeast());
    }

    private Call answered(Call call, Answer answer) {
        Call answered = WrittenCall.answered(call, answer);
        calls.put(call.id(), answered);
        return answered;
    }

    @Override
    public Optional<Set<String>> decline(String callId, String clientId) {
        synchronized (devices) {
            if (find(callId).filter(call -> call.state() == CallState.RINGING).isEmpty()) {
                return Optional.empty();
            }
            Set<String> declined = declines.computeIfAbsent(callId, _ -> new HashSet<>());
            declined.add(clientId);
            return Optional.of(Set.copyOf(declined));
        }
    }

    @Override
    public Changing end(Call seen, Transition transition, Change change) {
        synchronized (devices) {
            Call call = calls.get(seen.id());
            if (call == null) {
                return new Changing.Unknown();
            }
            boolean renewed =
                    transition == Transition.EXPIRE && !call.leaseUntil().equals(seen.leaseUntil());
            boolean answeredMeanwhile =
                    !call.parties().answeredBy().equals(seen.parties().answeredBy());
            if (call.state() != transition.from() || renewed || answeredMeanwhile) {
                return new Changing.Refused(call);
            }
            devices.free(call.callerId(), call.id());
            devices.free(call.parties().heldCallee(), call.id());
            Call ended = WrittenCall.ended(call, transition, change);
            calls.put(call.id(), ended);
            return new Changing.Changed(ended);
        }
    }

    @Override
    public void renewLease(String callId, Instant leaseUntil) {
        lease(callId, false, Optional.of(leaseUntil));
    }

    @Override
    public void postponeRelease(String callId, Instant until) {
        find(callId).flatMap(Call::leaseUntil).ifPresent(_ -> lease(callId, true, Optional.of(until)));
    }

    @Override
    public void released(Call call) {
        find(call.id())
                .filter(stored -> sessionId(stored).equals(sessionId(call)))
                .ifPresent(_ -> lease(call.id(), true, Optional.empty()));
    }

    private static Optional<String> sessionId(Call call) {
        return call.media().map(Media::sessionId);
    }

    private void lease(String callId, boolean over, Optional<Instant> until) {
        synchronized (devices) {
            find(callId)
                    .filter(call -> over ? call.state().isFinal() : call.state() == CallState.ANSWERED)
                    .ifPresent(call -> calls.put(callId, WrittenCall.leased(call, until)));
        }
    }

    @Override
    public void note(String callId, List<CallTimeline.Entry> entries) {
        synchronized (devices) {
            find(callId)
                    .filter(call -> call.noted().entries().size() + entries.size() <= Notes.MOST)
                    .ifPresent(call -> calls.put(callId, WrittenCall.noted(call, entries)));
        }
    }

    @Override
    public Optional<Call> find(String callId) {
        synchronized (devices) {
            return Optional.ofNullable(calls.get(callId));
        }
    }

    @Override
    public List<String> overdue(Instant now, int limit) {
        return all().stream()
                .filter(call -> call.leaseIsOver(now))
                .sorted(Comparator.comparing(call -> call.leaseUntil().orElseThrow()))
                .limit(limit)
                .map(Call::id)
                .toList();
    }

    /** Writes a call as it is, whatever it was. */
    void put(Call call) {
        synchronized (devices) {
            calls.put(call.id(), call);
        }
    }

    public List<Call> all() {
        synchronized (devices) {
            return List.copyOf(calls.values());
        }
    }
}

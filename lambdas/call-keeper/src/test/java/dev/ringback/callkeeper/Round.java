package dev.ringback.callkeeper;

import dev.ringback.actionkit.Result;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** One interleaving: several processes do random things with the same few devices at the same time. */
final class Round {
    private static final int REQUEST_IDS = 2;
    private static final int ONE_DEATH_IN = 10;
    private static final int LONGEST_LIFE = 14;

    private final InMemoryBackend world;
    private final List<String> devices;
    private final String name;
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, CallState> ends = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deathsWhileCalling = new AtomicInteger();

    /** @param name unlike that of any other round, for request ids */
    Round(InMemoryBackend world, List<String> devices, String name) {
        this.world = world;
        this.devices = devices;
        this.name = name;
    }

    /** What a process does in this round; whatever it does may be its last. */
    void act(Process process, RandomGenerator random) {
        if (random.nextInt(ONE_DEATH_IN) == 0) {
            process.life.beginFor(random.nextInt(1, LONGEST_LIFE));
        } else {
            process.life.begin();
        }
        boolean calling = random.nextInt(10) < 4;
        try {
            if (calling) {
                initiate(process, random);
            } else {
                go(process, random);
            }
        } catch (Life.Over | RuntimeException e) {
            if (!process.life.isOver()) {
                throw e;
            }
            deathsWhileCalling.addAndGet(calling ? 1 : 0);
        }
    }

    private void go(Process process, RandomGenerator random) {
        String device = devices.get(random.nextInt(devices.size()));
        String call = someCall(device, random);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> send(process, device, "answerCall", call);
            case 3 -> send(process, device, "declineCall", call);
            case 4, 5 -> send(process, device, "endCall", call);
            case 6 -> process.actions.send(owner(device), "endCall", Map.of("clientId", device));
            case 7 -> send(process, device, "getCall", call);
            case 8 -> process.hearOfRingTimeout(call);
            case 9 -> process.hearOfChange(call);
            case 10 -> process.sweep();
            default -> world.clock.advance(Duration.ofSeconds(random.nextInt(40)));
        }
    }

    private void initiate(Process process, RandomGenerator random) {
        int caller = random.nextInt(devices.size());
        int callee = (caller + 1 + random.nextInt(devices.size() - 1)) % devices.size();
        Map<String, Object> fields = new HashMap<>();
        fields.put("callerId", devices.get(caller));
        fields.put("calleeId", devices.get(callee));
        if (random.nextBoolean()) {
            fields.put("requestId", name + "-" + callee + "-" + random.nextInt(REQUEST_IDS));
        }
        Result<?> result = process.actions.send(owner(devices.get(caller)), "initiateCall", fields);
        if (result instanceof Result.Answered<?>(var answer)) {
            calls.add(process.actions.json(answer).path("callId").asText());
        }
    }

    private void send(Process process, String device, String action, String callId) {
        Result<?> result = process.actions.send(owner(device), action, Map.of("clientId", device, "callId", callId));
        switch (result) {
            case Result.Answered<?>(var answer) -> {
                var json = process.actions.json(answer);
                saw(callId, json.path("state").asText(json.at("/result/state").asText()));
            }
            case Result.Refused<?> refused -> refused.code().callState().ifPresent(state -> saw(callId, state));
        }
    }

    /** A client was told that the call is so; what is final must stay. */
    private void saw(String callId, String text) {
        CallState state = CallState.valueOf(text);
        CallState before = state.isFinal() ? ends.putIfAbsent(callId, state) : null;
        if (before != null && before != state) {
            contradictions.add(callId + " was " + before + " and is " + state);
        }
    }

    private String someCall(String device, RandomGenerator random) {
        Optional<String> current = world.devices.find(device).orElseThrow().callId();
        List<String> known = List.copyOf(calls);
        if (current.isPresent() && (known.isEmpty() || random.nextBoolean())) {
            return current.get();
        }
        return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
    }

    private String owner(String device) {
        return world.devices.find(device).orElseThrow().owner();
    }

    /** Calls that clients know of. */
    List<Call> calls() {
        return calls.stream()
                .distinct()
                .map(id -> world.calls.find(id).orElseThrow())
                .toList();
    }

    /** What clients were told of ends. */
    Map<String, CallState> ends() {
        return Map.copyOf(ends);
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** So many sessions at most may have been made by a process that could not note them any more. */
    int deathsWhileCalling() {
        return deathsWhileCalling.get();
    }
}

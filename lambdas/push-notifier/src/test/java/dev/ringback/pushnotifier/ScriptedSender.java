package dev.ringback.pushnotifier;

import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers each token as told, and with acceptance after that. */
final class ScriptedSender implements PushSender {
    record Sent(List<Address> addresses, Push push) {
        List<String> tokens() {
            return addresses.stream().map(Address::token).toList();
        }
    }

    final List<Sent> sent = new ArrayList<>();
    /** What happens elsewhere while a push is under way. */
    Runnable meanwhile = () -> {};

    private final Map<String, Deque<PushOutcome>> next = new HashMap<>();

    void answer(String token, PushOutcome... outcomes) {
        next.computeIfAbsent(token, _ -> new ArrayDeque<>()).addAll(List.of(outcomes));
    }

    @Override
    public Map<Address, PushOutcome> send(List<Address> addresses, Push push) {
        sent.add(new Sent(addresses, push));
        meanwhile.run();
        return addresses.stream().collect(Collectors.toMap(Function.identity(), this::outcome));
    }

    private PushOutcome outcome(Address address) {
        Deque<PushOutcome> told = next.getOrDefault(address.token(), new ArrayDeque<>());
        return told.isEmpty() ? new PushOutcome.Accepted("SUCCESSFUL 200") : told.poll();
    }
}

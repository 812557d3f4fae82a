package dev.ringback.calling.call;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The history of the calls in a map. */
public record InMemoryCallHistory(InMemoryCallStore calls) implements CallHistory {
    @Override
    public Page of(String clientId, String owner, Optional<String> before, int limit) {
        List<Entry> entries = calls.all().stream()
                .filter(call -> isInHistoryOf(clientId, owner, call))
                .map(InMemoryCallHistory::entry)
                .filter(entry -> before.isEmpty() || entry.position().compareTo(before.get()) < 0)
                .sorted(Comparator.comparing(Entry::position).reversed())
                .toList();
        return entries.size() <= limit
                ? new Page(entries, Optional.empty())
                : new Page(
                        entries.subList(0, limit),
                        Optional.of(entries.get(limit - 1).position()));
    }

    private static boolean isInHistoryOf(String clientId, String owner, Call call) {
        return call.parties().calleeOwner().equals(Optional.of(owner))
                || call.callerId().equals(clientId);
    }

    private static Entry entry(Call call) {
        String position = CallHistory.position(call.timeline().startedAt(), call.id());
        return new Entry(call.id(), call.state(), call.change().reason(), call.parties(), call.timeline(), position);
    }
}

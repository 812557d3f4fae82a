package dev.ringback.calling.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blocks in a map. */
public final class InMemoryBlockStore implements BlockStore {
    private final Map<String, Map<String, Blocked>> byOwner = new HashMap<>();

    @Override
    public synchronized Blocking block(String owner, String blockedOwner, Blocked blocked) {
        Map<String, Blocked> blocks = byOwner.computeIfAbsent(owner, _ -> new HashMap<>());
        if (blocks.containsKey(blockedOwner)) {
            return Blocking.WAS_BLOCKED;
        }
        if (blocks.size() >= MOST) {
            return Blocking.TOO_MANY;
        }
        blocks.put(blockedOwner, blocked);
        return Blocking.BLOCKED;
    }

    @Override
    public synchronized void unblock(String owner, String blockedOwner) {
        byOwner.getOrDefault(owner, new HashMap<>()).remove(blockedOwner);
    }

    @Override
    public synchronized boolean unblockById(String owner, String id) {
        return byOwner.getOrDefault(owner, new HashMap<>())
                .values()
                .removeIf(blocked -> blocked.id().equals(id));
    }

    @Override
    public synchronized List<Blocked> list(String owner) {
        List<Blocked> blocked =
                new ArrayList<>(byOwner.getOrDefault(owner, Map.of()).values());
        blocked.sort(Comparator.comparing(Blocked::at).reversed());
        return List.copyOf(blocked);
    }

    @Override
    public synchronized int clear(String owner) {
        Map<String, Blocked> blocks = byOwner.remove(owner);
        return blocks == null ? 0 : blocks.size();
    }

    public synchronized boolean has(String owner, String blockedOwner) {
        return byOwner.getOrDefault(owner, Map.of()).containsKey(blockedOwner);
    }
}

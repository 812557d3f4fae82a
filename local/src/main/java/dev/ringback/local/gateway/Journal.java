package dev.ringback.local.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests of the gateway, in the order in which they were answered. */
public final class Journal {
    private static final int LONGEST = 20_000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();

    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    synchronized void add(JournalEntry entry) {
        if (entries.size() == LONGEST) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}

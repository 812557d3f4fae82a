package dev.ringback.local.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest events of all buses, as many as fit into a few megabytes. */
final class EventLog {
    private final Deque<Event> events = new ArrayDeque<>();
    private final int mostEvents;
    private final int mostBytes;
    private int bytes;

    EventLog(int mostEvents, int mostBytes) {
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    synchronized void add(Event event) {
        events.addLast(event);
        bytes += event.size();
        while (events.size() > mostEvents || bytes > mostBytes) {
            bytes -= events.removeFirst().size();
        }
    }

    /** The oldest first. */
    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized void clear() {
        events.clear();
        bytes = 0;
    }
}

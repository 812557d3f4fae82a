package dev.ringback.calling.call;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when which call is to be looked at. */
public final class FakeRingTimer implements RingTimer {
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private volatile boolean broken;

    public void breakDown() {
        broken = true;
    }

    @Override
    public void start(String callId, Instant at) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        started.put(callId, at);
    }

    public Map<String, Instant> started() {
        return Map.copyOf(started);
    }
}

package dev.ringback.calling.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rings nobody, and remembers for which calls. */
public final class FakeRinger implements Ringer {
    private final List<String> rung = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    public void breakDown() {
        broken = true;
    }

    @Override
    public void ring(String callId) {
        if (broken) {
            throw new RingerException("broken", null);
        }
        rung.add(callId);
    }

    public List<String> rung() {
        return List.copyOf(rung);
    }
}

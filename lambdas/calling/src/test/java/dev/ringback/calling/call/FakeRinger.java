package dev.ringback.calling.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Rings nobody, and remembers for which calls. */
public final class FakeRinger implements Ringer {
    private final List<String> rung = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> whileRinging = _ -> {};
    private volatile boolean broken;

    /** Happens while a call's phone is being rung. */
    public void whileRinging(Consumer<String> happens) {
        whileRinging = happens;
    }

    public void breakDown() {
        broken = true;
    }

    @Override
    public void ring(String callId) {
        if (broken) {
            throw new RingerException("broken", null);
        }
        whileRinging.accept(callId);
        rung.add(callId);
    }

    public List<String> rung() {
        return List.copyOf(rung);
    }
}

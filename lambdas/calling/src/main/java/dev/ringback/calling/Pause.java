package dev.ringback.calling;

import java.time.Duration;

/** Waiting, which a test does without. */
public interface Pause {
    void of(Duration time) throws InterruptedException;
}

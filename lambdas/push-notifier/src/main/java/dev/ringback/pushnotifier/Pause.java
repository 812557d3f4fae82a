package dev.ringback.pushnotifier;

import java.time.Duration;

/** Waiting, which a test does without. */
interface Pause {
    void of(Duration time) throws InterruptedException;
}

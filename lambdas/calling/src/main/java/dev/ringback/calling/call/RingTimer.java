package dev.ringback.calling.call;

import java.time.Instant;

/** Makes sure that a call which nobody answers is noticed when its ringing ends. */
public interface RingTimer {
    /**
     * @param at when the call is to be looked at
     * @throws RuntimeException if it could not be started; the sweeper will find the call a little later
     */
    void start(String callId, Instant at);
}

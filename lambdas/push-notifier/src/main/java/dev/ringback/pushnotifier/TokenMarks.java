package dev.ringback.pushnotifier;

import dev.ringback.calling.device.Device;
import java.time.Instant;

/** Notes on tokens that are kept although a push to them was refused. */
public interface TokenMarks {
    /** Notes that the token's channel did not know it; not if the device has another token by now. */
    void wrongForChannel(Device seen, String token, Instant at);
}

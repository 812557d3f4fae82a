package dev.ringback.calling.call;

import java.time.Instant;
import java.util.Optional;

/** The calls that devices are in. */
final class Holders {
    private final CallStore calls;
    private final DeviceHolds devices;

    Holders(CallStore calls, DeviceHolds devices) {
        this.calls = calls;
        this.devices = devices;
    }

    /**
     * The live call that holds a device. Ends a call whose time is up, and frees a device whose call is over or gone: in these
     * cases it is empty.
     */
    Optional<Call> live(String callId, String deviceId, Instant now) {
        Optional<Call> call = calls.find(callId);
        if (call.isEmpty() || call.get().state().isFinal()) {
            devices.free(callId, deviceId);
            return Optional.empty();
        }
        return Overdue.of(call.get(), now)
                .map(overdue -> stillLive(calls.end(call.get(), overdue.transition(), overdue.change())))
                .orElse(call);
    }

    private static Optional<Call> stillLive(CallStore.Changing end) {
        return end instanceof CallStore.Changing.Refused(Call now)
                        && !now.state().isFinal()
                ? Optional.of(now)
                : Optional.empty();
    }
}

package dev.ringback.calling.call;

import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.util.Optional;
import java.util.Set;

/** Declines calls for their callee: for all of his devices at once, or for one after the other. */
public final class CallDeclining {
    private final CallStore calls;
    private final DeviceStore devices;
    private final CallEnding ending;
    private final boolean endsAll;

    /** @param endsAll false if the call rings on until each of the user's devices has declined it */
    public CallDeclining(CallStore calls, DeviceStore devices, CallEnding ending, boolean endsAll) {
        this.calls = calls;
        this.devices = devices;
        this.ending = ending;
        this.endsAll = endsAll;
    }

    /**
     * Declines a call that rings.
     *
     * @param clientId a device of the callee's user
     * @return the call as it then is: declined, still ringing for others, or whatever else was made of it first
     * @throws dev.ringback.calling.ContendedException if it could not be written; nothing was changed
     */
    public Call decline(Call seen, String clientId, Optional<String> reason) {
        if (endsAll) {
            return ending.decline(seen, clientId, reason);
        }
        Optional<Set<String>> declined = calls.decline(seen.id(), clientId);
        return declined.isPresent() && ringsOn(seen, declined.get()) ? seen : ending.decline(seen, clientId, reason);
    }

    private boolean ringsOn(Call call, Set<String> declined) {
        return devices.ofOwner(call.parties().calleeOwner().orElseThrow()).stream()
                .filter(device -> device.callId().orElse(call.id()).equals(call.id()))
                .map(Device::id)
                .filter(device -> !call.parties().isCaller(device))
                .anyMatch(device -> !declined.contains(device));
    }
}

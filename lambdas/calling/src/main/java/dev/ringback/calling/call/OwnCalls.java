package dev.ringback.calling.call;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Both;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.util.Optional;

/** The calls that concern a user with a device of his. */
public final class OwnCalls {
    private final CallStore calls;
    private final DeviceStore devices;

    public OwnCalls(CallStore calls, DeviceStore devices) {
        this.calls = calls;
        this.devices = devices;
    }

    /**
     * @param owner who asks, from the verified token
     * @return empty also if the device is not his, so that nothing is done in the name of somebody else's
     */
    public Optional<Call> find(String callId, String clientId, String owner) {
        Both<Optional<Call>, Optional<Device>> reads =
                Together.both(() -> calls.find(callId), () -> devices.find(clientId));
        return reads.first()
                .orThrow()
                .filter(call -> call.parties().concerns(clientId, owner))
                .filter(call -> call.parties().names(clientId)
                        || reads.second()
                                .orThrow()
                                .filter(device -> device.owner().equals(owner))
                                .isPresent());
    }
}

package dev.ringback.calling.device;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The DeviceInfo table: devices, and the claim that gives each device token one owner. */
public interface DeviceStore {
    Optional<Device> find(String clientId);

    /**
     * Gives the token to the owner. The same token of the same owner keeps its id; a token of somebody else moves, and the
     * device it belonged to is gone.
     *
     * @param beforeTaking is told of the other owner's device before the token moves, perhaps more than once, to end the
     *     call it is in: a device in a call is not taken
     * @throws dev.ringback.calling.ContendedException when others keep registering the same token
     */
    Registration register(
            String owner, NotifyType notifyType, String deviceToken, Instant now, Consumer<Device> beforeTaking);

    /**
     * Removes the device and its token's claim; a second time does nothing. False, and nothing removed, while the device is
     * in a call.
     */
    boolean delete(Device device);

    /** @param replaced the device of another owner that held the token until now */
    record Registration(Device device, Optional<Device> replaced) {}
}

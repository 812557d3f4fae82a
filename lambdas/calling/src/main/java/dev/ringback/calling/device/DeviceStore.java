package dev.ringback.calling.device;

import java.time.Instant;
import java.util.Optional;

/** The DeviceInfo table: devices, and the claim that gives each device token one owner. */
public interface DeviceStore {
    Optional<Device> find(String clientId);

    /**
     * Gives the token to the owner. The same token of the same owner keeps its id; a token of somebody else moves, and the
     * device it belonged to is gone.
     *
     * @throws dev.ringback.calling.ContendedException when others keep registering the same token
     */
    Registration register(String owner, NotifyType notifyType, String deviceToken, Instant now);

    /**
     * Removes the device and its token's claim; a second time does nothing. False, and nothing removed, when the device has
     * entered another call since it was read.
     */
    boolean delete(Device device);

    /** @param replaced the device of another owner that held the token until now, perhaps in a call */
    record Registration(Device device, Optional<Device> replaced) {}
}

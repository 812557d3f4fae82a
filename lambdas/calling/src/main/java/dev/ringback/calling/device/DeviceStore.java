package dev.ringback.calling.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The DeviceInfo table: devices, and the claims that give each token, and each installation of a user, one device. */
public interface DeviceStore {
    /** Empty also for an expired device, unless it is in a call. */
    Optional<Device> find(String clientId);

    /**
     * The devices of a user that can be pushed to, the one that registered last first, and at most 50. May be some moments
     * behind.
     */
    List<Device> ofOwner(String owner);

    /** All devices of a user, expired ones too; at most 100, and perhaps some moments behind. */
    List<Device> allOf(String owner);

    /**
     * Gives the tokens to the device that enrols: the one of this installation, or the user's own that has a token of these, or
     * else a new one. The devices that had the tokens until now are gone.
     *
     * @param beforeTaking is told of each device that is to go before it does, perhaps more than once, to end the call it is in:
     *     a device in a call is not taken
     * @throws dev.ringback.calling.ContendedException when others keep registering the same token
     * @throws dev.ringback.calling.account.AccountGoneException when the owner's account is being deleted, or was
     */
    Registration register(Enrolment enrolment, Consumer<Device> beforeTaking);

    /**
     * Removes the device with its claims; a second time does nothing. False, and nothing removed, while the device is in a
     * call.
     */
    boolean delete(Device device);

    /**
     * Takes a dead token from the device, if it has it and has not registered since it was seen. A VoIP token goes alone; with
     * any other the device is gone, or if it is in a call expires.
     *
     * @return whether anything was changed
     */
    boolean forgetToken(Device seen, String token);

    /** @param replaced the devices that had the tokens until now, and are gone */
    record Registration(Device device, List<Device> replaced) {}
}

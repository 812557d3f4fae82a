package dev.ringback.pushnotifier;

import dev.ringback.calling.device.Device;
import dev.ringback.pushnotifier.push.Address;
import java.util.Optional;

/** By which of its tokens a device is pushed to. */
final class Destinations {
    private Destinations() {}

    /** To begin a call: by PushKit where there is it, since that alone wakes an iOS app for sure. */
    static Address toRing(Device device) {
        return device.voipToken()
                .filter(_ -> device.notifyType().hasVoip())
                .map(token -> new Address(device.id(), device.notifyType().voip(), token))
                .orElseGet(() -> new Address(device.id(), device.notifyType(), device.deviceToken()));
    }

    /** For whatever follows; empty for a device that has a VoIP token only. */
    static Optional<Address> toTell(Device device) {
        return switch (device.notifyType()) {
            case GCM, APNS, APNS_SANDBOX ->
                Optional.of(new Address(device.id(), device.notifyType(), device.deviceToken()));
            case APNS_VOIP, APNS_VOIP_SANDBOX -> Optional.empty();
        };
    }
}

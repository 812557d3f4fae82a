package dev.ringback.pushnotifier;

import java.util.Optional;

/** Who a caller is to people. */
public interface CallerNames {
    /**
     * Empty if the owner has told nobody. A record of somebody else that claims the same device is passed over, or anybody
     * could ring under any name.
     */
    Optional<String> nameOf(String callerId, String owner);
}

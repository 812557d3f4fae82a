package dev.ringback.pushnotifier.push;

import dev.ringback.calling.device.NotifyType;

/** Where a push goes: one token of a device, in the channel it belongs to. */
public record Address(String clientId, NotifyType channel, String token) {
    /** Without the token, which is for nobody's log. */
    @Override
    public String toString() {
        return "Address[clientId=" + clientId + ", channel=" + channel + "]";
    }
}

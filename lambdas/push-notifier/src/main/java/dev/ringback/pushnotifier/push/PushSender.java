package dev.ringback.pushnotifier.push;

import dev.ringback.calling.device.NotifyType;

/** Hands a push to whoever delivers it to phones: Pinpoint now. */
public interface PushSender {
    /** One attempt; it never throws for what the service answers. */
    PushOutcome send(NotifyType channel, String deviceToken, CallPush push);
}

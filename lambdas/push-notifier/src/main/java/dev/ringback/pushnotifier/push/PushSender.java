package dev.ringback.pushnotifier.push;

import java.util.List;
import java.util.Map;

/** Hands a push to whoever delivers it to phones: Pinpoint now. */
public interface PushSender {
    /** One attempt; every address has an outcome, and what the service answers is never thrown. */
    Map<Address, PushOutcome> send(List<Address> addresses, Push push);
}

package dev.ringback.local.pinpoint;

import dev.ringback.local.fault.Fault;
import dev.ringback.local.fault.FaultEffect;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.inbox.Inbox;
import dev.ringback.local.inbox.Push;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Stands for FCM and APNs: what they accept lands in the inbox.
 *
 * <p>A planned fault is looked up as {@code push/<channel type>/<device token>}, then as {@code push/<device token>}.
 * One with {@code deliveryStatus} ends the push so; {@code status} is the provider's answer; {@code drop} is a
 * provider that does not answer; {@code delayMs} is a slow one. A failed push does not land, unless the fault comes
 * {@code after} it.
 */
final class PushProviders {
    private final Inbox inbox;
    private final Faults faults;

    PushProviders(Inbox inbox, Faults faults) {
        this.inbox = inbox;
        this.faults = faults;
    }

    Delivery send(Push push, boolean dryRun, BooleanSupplier clientGone) throws InterruptedException {
        Optional<Fault> fault = faults.next("POST", "push/" + push.channelType() + "/" + push.deviceToken())
                .or(() -> faults.next("POST", "push/" + push.deviceToken()));
        Delivery delivery =
                fault.isEmpty() ? Delivery.SUCCESSFUL : delivery(fault.get().effect(), clientGone);
        boolean lands = delivery.reachesThePhone() || fault.map(Fault::after).orElse(false);
        if (lands && !dryRun) {
            inbox.add(push);
        }
        return delivery;
    }

    private static Delivery delivery(FaultEffect effect, BooleanSupplier clientGone) throws InterruptedException {
        return switch (effect) {
            case FaultEffect.Delivery(String status, int code, String message) -> new Delivery(status, code, message);
            case FaultEffect.Status(int status) -> Delivery.ofProviderStatus(status);
            case FaultEffect.Drop() -> new Delivery("UNKNOWN_FAILURE", 500, "The push provider did not answer");
            case FaultEffect.Delay(Duration time) ->
                Faults.stays(time, clientGone)
                        ? Delivery.SUCCESSFUL
                        : new Delivery("UNKNOWN_FAILURE", 500, "The client is gone");
        };
    }
}

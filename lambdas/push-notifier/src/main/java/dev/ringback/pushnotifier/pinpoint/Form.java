package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.StopReason;
import java.util.Optional;

/** The forms in which platforms take pushes. */
enum Form {
    FCM,
    /** A visible notification of APNs. */
    ALERT,
    /** Wakes an iOS app, and shows nothing. */
    BACKGROUND,
    /** For PushKit, which hands it to CallKit. */
    VOIP;

    /** Empty for what a channel must not carry: iOS kills an app that gets a VoIP push and begins no call. */
    static Optional<Form> of(NotifyType channel, Push push) {
        return switch (channel) {
            case GCM -> Optional.of(FCM);
            case APNS, APNS_SANDBOX -> Optional.of(isToBeSeen(push) ? ALERT : BACKGROUND);
            case APNS_VOIP, APNS_VOIP_SANDBOX ->
                push instanceof Push.IncomingCall ? Optional.of(VOIP) : Optional.empty();
        };
    }

    /** A user wants to know who gave up, and knows what he did on another device. */
    private static boolean isToBeSeen(Push push) {
        return switch (push) {
            case Push.IncomingCall _, Push.MissedCall _ -> true;
            case Push.CallCancelled(var _, var reason) -> reason == StopReason.CALLER_HANGUP;
        };
    }
}

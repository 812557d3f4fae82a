package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.Push;
import java.util.Optional;
import software.amazon.awssdk.services.pinpoint.model.APNSMessage;
import software.amazon.awssdk.services.pinpoint.model.GCMMessage;

/**
 * Pinpoint's messages. Raw payloads only: what Pinpoint would assemble from title and link is a legacy form that FCM's present
 * API does not take, and never had the key the iOS app reads.
 */
final class Messages {
    private static final String TOKEN = "TOKEN";

    private final Payloads payloads;

    Messages(Payloads payloads) {
        this.payloads = payloads;
    }

    Optional<String> payload(Form form, Push push, Optional<String> token) {
        return payloads.of(form, push, token);
    }

    GCMMessage gcm(Push push) {
        return GCMMessage.builder()
                .rawContent(shared(Form.FCM, push))
                .priority("high")
                .timeToLive((int) push.notice().timeToLive().toSeconds())
                .preferredAuthenticationMethod(TOKEN)
                .build();
    }

    APNSMessage apns(Form form, Push push) {
        APNSMessage.Builder message =
                APNSMessage.builder().rawContent(shared(form, push)).preferredAuthenticationMethod(TOKEN);
        switch (form) {
            // One that cannot be delivered at once must not ring later.
            case VOIP -> message.apnsPushType("voip").priority("10").timeToLive(0);
            case ALERT -> kept(message, push).apnsPushType("alert").priority("10");
            // APNs refuses a background push of the higher priority.
            case BACKGROUND -> kept(message, push).apnsPushType("background").priority("5");
            case FCM -> throw new IllegalArgumentException("not a form of APNs");
        }
        return message.build();
    }

    /** The one id lets what ended a call take the place of the notification that it rang with. */
    private static APNSMessage.Builder kept(APNSMessage.Builder message, Push push) {
        return message.collapseId(push.notice().callId())
                .timeToLive((int) push.notice().timeToLive().toSeconds());
    }

    /** What every address gets that gets nothing of its own; smaller than that, so it fits where that does. */
    private String shared(Form form, Push push) {
        return payloads.of(form, push, Optional.empty()).orElseThrow();
    }
}

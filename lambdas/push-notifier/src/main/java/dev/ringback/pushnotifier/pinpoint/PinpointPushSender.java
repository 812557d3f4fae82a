package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.CallPush;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.model.AddressConfiguration;
import software.amazon.awssdk.services.pinpoint.model.ChannelType;
import software.amazon.awssdk.services.pinpoint.model.DirectMessageConfiguration;
import software.amazon.awssdk.services.pinpoint.model.MessageRequest;
import software.amazon.awssdk.services.pinpoint.model.PinpointException;

/**
 * Sends through Pinpoint's {@code SendMessages}. Raw payloads only: what Pinpoint would assemble from title and link is a
 * legacy form that FCM's present API does not take, and never had the key the iOS app reads.
 */
public final class PinpointPushSender implements PushSender {
    private final PinpointClient pinpoint;
    private final String applicationId;
    private final Payloads payloads;

    public PinpointPushSender(PinpointClient pinpoint, String applicationId, String deepLink) {
        this.pinpoint = pinpoint;
        this.applicationId = applicationId;
        this.payloads = new Payloads(deepLink);
    }

    @Override
    public PushOutcome send(NotifyType channel, String deviceToken, CallPush push) {
        return request(channel, deviceToken, push)
                .map(request -> send(deviceToken, request))
                .orElseGet(() -> new PushOutcome.Misconfigured("the payload is larger than " + Payloads.LARGEST));
    }

    private PushOutcome send(String deviceToken, MessageRequest request) {
        try {
            return Deliveries.outcome(pinpoint.sendMessages(
                            send -> send.applicationId(applicationId).messageRequest(request))
                    .messageResponse()
                    .result()
                    .get(deviceToken));
        } catch (PinpointException e) {
            return Deliveries.outcome(e);
        } catch (SdkClientException e) {
            return new PushOutcome.Unanswered("Pinpoint did not answer");
        }
    }

    private Optional<MessageRequest> request(NotifyType channel, String deviceToken, CallPush push) {
        AddressConfiguration address = AddressConfiguration.builder()
                .channelType(ChannelType.fromValue(channel.name()))
                .build();
        return message(channel, push)
                .map(message -> MessageRequest.builder()
                        .addresses(Map.of(deviceToken, address))
                        .messageConfiguration(message)
                        .traceId(push.callId())
                        .build());
    }

    private Optional<DirectMessageConfiguration> message(NotifyType channel, CallPush push) {
        int timeToLive = (int) push.timeToLive().toSeconds();
        return switch (channel) {
            case GCM ->
                payloads.fcm(push)
                        .map(payload -> DirectMessageConfiguration.builder()
                                .gcmMessage(gcm -> gcm.rawContent(payload)
                                        .priority("high")
                                        .timeToLive(timeToLive)
                                        .preferredAuthenticationMethod("TOKEN"))
                                .build());
            case APNS, APNS_SANDBOX -> payloads.apnsAlert(push).map(payload -> apns(payload, "alert", timeToLive));
            // One that cannot be delivered at once must not ring later.
            case APNS_VOIP, APNS_VOIP_SANDBOX -> payloads.apnsVoip(push).map(payload -> apns(payload, "voip", 0));
        };
    }

    private static DirectMessageConfiguration apns(String payload, String pushType, int timeToLive) {
        return DirectMessageConfiguration.builder()
                .apnsMessage(apns -> apns.rawContent(payload)
                        .apnsPushType(pushType)
                        .priority("10")
                        .timeToLive(timeToLive)
                        .preferredAuthenticationMethod("TOKEN"))
                .build();
    }
}

package dev.ringback.pushnotifier.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.CallPush;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.model.APNSMessage;
import software.amazon.awssdk.services.pinpoint.model.ForbiddenException;
import software.amazon.awssdk.services.pinpoint.model.GCMMessage;
import software.amazon.awssdk.services.pinpoint.model.MessageResponse;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;
import software.amazon.awssdk.services.pinpoint.model.SendMessagesRequest;
import software.amazon.awssdk.services.pinpoint.model.SendMessagesResponse;

class PinpointPushSenderTest {
    private static final Instant SENT = Instant.parse("2026-11-22T10:00:00Z");

    private final FakePinpoint pinpoint = new FakePinpoint();
    private final PinpointPushSender sender =
            new PinpointPushSender(pinpoint, "app-1", "https://my.app.com/incomingCall");

    @Test
    void sendsThroughTheApplication() {
        send(NotifyType.GCM);
        assertThat(pinpoint.request.applicationId()).isEqualTo("app-1");
    }

    @ParameterizedTest
    @EnumSource(NotifyType.class)
    void addressesTheDeviceInItsChannel(NotifyType channel) {
        send(channel);
        assertThat(pinpoint.request
                        .messageRequest()
                        .addresses()
                        .get("device-token")
                        .channelTypeAsString())
                .isEqualTo(channel.name());
    }

    @Test
    void givesAndroidUntilTheEndOfTheRing() {
        send(NotifyType.GCM);
        GCMMessage message =
                pinpoint.request.messageRequest().messageConfiguration().gcmMessage();
        assertThat(message.timeToLive()).isEqualTo(17);
        assertThat(message.priority()).isEqualTo("high");
        assertThat(message.rawContent()).contains("\"ttl\":\"17s\"");
    }

    @ParameterizedTest
    @CsvSource({"APNS,alert,17", "APNS_SANDBOX,alert,17", "APNS_VOIP,voip,0", "APNS_VOIP_SANDBOX,voip,0"})
    void tellsAppleWhatKindOfPushItIs(NotifyType channel, String type, int timeToLive) {
        send(channel);
        APNSMessage message =
                pinpoint.request.messageRequest().messageConfiguration().apnsMessage();
        assertThat(message.apnsPushType()).isEqualTo(type);
        assertThat(message.timeToLive()).isEqualTo(timeToLive);
        assertThat(message.priority()).isEqualTo("10");
    }

    @Test
    void readsTheResultOfTheAddress() {
        assertThat(send(NotifyType.GCM)).isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void doesNotThrowWhatPinpointRefuses() {
        pinpoint.answer = () -> {
            throw ForbiddenException.builder().statusCode(403).build();
        };
        assertThat(send(NotifyType.GCM)).isEqualTo(new PushOutcome.Misconfigured("ForbiddenException 403"));
    }

    @Test
    void doesNotTakeSilenceForARefusal() {
        pinpoint.answer = () -> {
            throw SdkClientException.create("timed out");
        };
        assertThat(send(NotifyType.GCM)).isInstanceOf(PushOutcome.Unanswered.class);
    }

    @Test
    void sendsNoPayloadThatIsTooLarge() {
        CallPush large =
                new CallPush("c", "d", Optional.empty(), Optional.of("t".repeat(5000)), SENT, SENT.plusSeconds(17));
        assertThat(sender.send(NotifyType.GCM, "device-token", large)).isInstanceOf(PushOutcome.Misconfigured.class);
        assertThat(pinpoint.request).isNull();
    }

    @ParameterizedTest
    @EnumSource(NotifyType.class)
    void canBeRehearsedWithoutANetwork(NotifyType channel) {
        PinpointPushSender rehearsal = new PinpointPushSender(Rehearsal.client(), "app-1", "https://x");
        assertThat(rehearsal.send(channel, "none", push())).isInstanceOf(PushOutcome.Accepted.class);
    }

    private PushOutcome send(NotifyType channel) {
        return sender.send(channel, "device-token", push());
    }

    private static CallPush push() {
        return new CallPush("call-1", "caller-1", Optional.of("Ada"), Optional.of("jwt"), SENT, SENT.plusSeconds(17));
    }

    private static final class FakePinpoint implements PinpointClient {
        private SendMessagesRequest request;
        private Supplier<Map<String, MessageResult>> answer = () -> Map.of(
                "device-token",
                MessageResult.builder()
                        .deliveryStatus("SUCCESSFUL")
                        .statusCode(200)
                        .build());

        @Override
        public SendMessagesResponse sendMessages(SendMessagesRequest request) {
            this.request = request;
            MessageResponse response =
                    MessageResponse.builder().result(answer.get()).build();
            return SendMessagesResponse.builder().messageResponse(response).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}

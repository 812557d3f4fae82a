package dev.ringback.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.pinpoint.model.AddressConfiguration;
import software.amazon.awssdk.services.pinpoint.model.BadRequestException;
import software.amazon.awssdk.services.pinpoint.model.DeliveryStatus;
import software.amazon.awssdk.services.pinpoint.model.MessageRequest;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;
import software.amazon.awssdk.services.pinpoint.model.NotFoundException;
import software.amazon.awssdk.services.pinpoint.model.PinpointException;
import software.amazon.awssdk.services.pinpoint.model.TooManyRequestsException;

class SendMessagesTest {
    private static final String CALL =
            "{\"fcmV1Message\":{\"message\":{\"data\":{\"callId\":\"c1\"},\"android\":{\"priority\":\"high\",\"ttl\":\"30s\"}}}}";

    private final PinpointFixture pinpoint = new PinpointFixture(TestPrincipal.ANYONE);

    @AfterEach
    void stop() {
        pinpoint.close();
    }

    @Test
    void aPushLandsInTheInbox() {
        pinpoint.fcmChannel();

        MessageResult result = pinpoint.sendFcm("token-1", CALL);

        assertThat(result.deliveryStatus()).isEqualTo(DeliveryStatus.SUCCESSFUL);
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(pinpoint.inbox.pushes()).hasSize(1);
        assertThat(pinpoint.inbox.pushes().getFirst().messageId()).isEqualTo(result.messageId());
        assertThat(pinpoint.inbox.pushes().getFirst().deviceToken()).isEqualTo("token-1");
    }

    @Test
    void aChannelThatDoesNotExistIsAPermanentFailure() {
        MessageResult result = pinpoint.sendFcm("token-1", CALL);

        assertThat(result.deliveryStatus()).isEqualTo(DeliveryStatus.PERMANENT_FAILURE);
        assertThat(result.statusCode()).isEqualTo(400);
        assertThat(result.statusMessage())
                .isEqualTo("No channel of type GCM is enabled for the application " + pinpoint.application);
    }

    @Test
    void aChannelThatIsNotEnabledIsAPermanentFailure() {
        pinpoint.create("AWS::Pinpoint::GCMChannel", pinpoint.fcmProperties().put("Enabled", false));

        assertThat(pinpoint.sendFcm("token-1", CALL).deliveryStatus()).isEqualTo(DeliveryStatus.PERMANENT_FAILURE);
    }

    @Test
    void anAddressMayCarryItsOwnContent() {
        pinpoint.fcmChannel();

        send(request -> request.addresses(Map.of(
                        "token-1",
                        AddressConfiguration.builder()
                                .channelType("GCM")
                                .rawContent(CALL.replace("c1", "c2"))
                                .build()))
                .messageConfiguration(message -> message.gcmMessage(gcm -> gcm.rawContent(CALL))));

        assertThat(pinpoint.inbox
                        .pushes()
                        .getFirst()
                        .payload()
                        .path("data")
                        .path("callId")
                        .asText())
                .isEqualTo("c2");
    }

    @Test
    void anUnknownApplicationIs404() {
        assertThatThrownBy(() -> pinpoint.sdk.sendMessages(
                        request -> request.applicationId("nothing").messageRequest(message -> {})))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void withoutAMessageTheRequestIsBad() {
        assertThatThrownBy(() -> send(request -> request.addresses(addresses(1))))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void aHundredAddressesAreTheMost() {
        assertThatThrownBy(() -> send(request -> request.addresses(addresses(101))
                        .messageConfiguration(message -> message.gcmMessage(gcm -> gcm.rawContent(CALL)))))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void everyAddressHasAResult() {
        pinpoint.fcmChannel();

        assertThat(send(request -> request.addresses(addresses(100))
                        .messageConfiguration(message -> message.gcmMessage(gcm -> gcm.rawContent(CALL)))))
                .hasSize(100);
    }

    @Test
    void anAddressWithoutAChannelTypeIsBad() {
        assertThatThrownBy(() -> send(request -> request.addresses(
                                Map.of("token-1", AddressConfiguration.builder().build()))
                        .messageConfiguration(message -> message.gcmMessage(gcm -> gcm.rawContent(CALL)))))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void whoMayNotSendIsDenied() {
        try (PinpointFixture closed =
                new PinpointFixture(new TestPrincipal("mobiletargeting:SendMessages", "some other application"))) {
            closed.fcmChannel();

            assertThatThrownBy(() -> closed.sendFcm("token-1", CALL))
                    .isInstanceOfSatisfying(PinpointException.class, denied -> {
                        assertThat(denied.statusCode()).isEqualTo(403);
                        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                        assertThat(denied.getMessage())
                                .contains("arn:aws:mobiletargeting:us-east-1:000000000000:apps/" + closed.application
                                        + "/messages");
                    });
            assertThat(closed.inbox.pushes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push/GCM           | PERMANENT_FAILURE | 410",
                "push/token-1       | THROTTLED         | 429",
                "push/GCM/token-1   | TEMPORARY_FAILURE | 503",
                "push/GCM           | UNKNOWN_FAILURE   | 500",
                "push/GCM           | OPT_OUT           | 400",
                "push/GCM           | DUPLICATE         | 200",
            })
    void aPushEndsAsPlannedAndDoesNotLand(String path, String status, int code) {
        pinpoint.fcmChannel();
        pinpoint.plan("{\"path\":\"%s\",\"deliveryStatus\":\"%s\",\"statusCode\":%d,\"statusMessage\":\"why\"}"
                .formatted(path, status, code));

        MessageResult result = pinpoint.sendFcm("token-1", CALL);

        assertThat(result.deliveryStatusAsString()).isEqualTo(status);
        assertThat(result.statusCode()).isEqualTo(code);
        assertThat(result.statusMessage()).isEqualTo("why");
        assertThat(pinpoint.inbox.pushes()).isEmpty();
        assertThat(pinpoint.faults.active()).isEmpty();
    }

    @Test
    void aFaultOfAnotherPhoneLeavesThisOneAlone() {
        pinpoint.fcmChannel();
        pinpoint.plan("{\"path\":\"push/token-2\",\"deliveryStatus\":\"PERMANENT_FAILURE\"}");

        assertThat(pinpoint.sendFcm("token-1", CALL).deliveryStatus()).isEqualTo(DeliveryStatus.SUCCESSFUL);
    }

    @Test
    void aPushCanLandAndStillBeReportedAsFailed() {
        pinpoint.fcmChannel();
        pinpoint.plan("{\"path\":\"push/GCM\",\"deliveryStatus\":\"TEMPORARY_FAILURE\",\"after\":true}");

        assertThat(pinpoint.sendFcm("token-1", CALL).deliveryStatus()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
        assertThat(pinpoint.inbox.pushes()).hasSize(1);
    }

    @Test
    void aProvidersErrorStatusBecomesAResult() {
        pinpoint.fcmChannel();
        pinpoint.plan("{\"path\":\"push/GCM\",\"status\":503}");

        assertThat(pinpoint.sendFcm("token-1", CALL).deliveryStatus()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
    }

    @Test
    void theRequestItselfCanFailAsPlanned() {
        pinpoint.fcmChannel();
        pinpoint.plan("{\"path\":\"/messages\",\"status\":429}");

        assertThatThrownBy(() -> pinpoint.sendFcm("token-1", CALL)).isInstanceOf(TooManyRequestsException.class);
        assertThat(pinpoint.inbox.pushes()).isEmpty();
    }

    private Map<String, MessageResult> send(Consumer<MessageRequest.Builder> message) {
        return pinpoint.sdk
                .sendMessages(
                        request -> request.applicationId(pinpoint.application).messageRequest(message))
                .messageResponse()
                .result();
    }

    private static Map<String, AddressConfiguration> addresses(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(
                        i -> "token-" + i,
                        i -> AddressConfiguration.builder().channelType("GCM").build()));
    }
}

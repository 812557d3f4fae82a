package dev.ringback.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.testserver.TestPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.pinpoint.model.NotFoundException;

class PinpointResourcesTest {
    private final PinpointFixture pinpoint = new PinpointFixture(TestPrincipal.ANYONE);

    @AfterEach
    void stop() {
        pinpoint.close();
    }

    @Test
    void anApplicationKeepsItsIdFromRunToRun() {
        Provisioned again =
                pinpoint.create("AWS::Pinpoint::App", PinpointFixture.object().put("Name", "calls"));

        assertThat(again.ref()).isEqualTo(pinpoint.application).matches("[0-9a-f]{32}");
        assertThat(again.attributes())
                .containsEntry("Arn", "arn:aws:mobiletargeting:us-east-1:000000000000:apps/" + again.ref());
    }

    @Test
    void anApplicationCanBeRead() {
        assertThat(pinpoint.sdk
                        .getApp(request -> request.applicationId(pinpoint.application))
                        .applicationResponse()
                        .name())
                .isEqualTo("calls");
    }

    @Test
    void aChannelCanBeReadWithoutItsSecrets() {
        pinpoint.apnsChannel("APNSVoipChannel");

        var channel = pinpoint.sdk
                .getApnsVoipChannel(request -> request.applicationId(pinpoint.application))
                .apnsVoipChannelResponse();

        assertThat(channel.enabled()).isTrue();
        assertThat(channel.hasTokenKey()).isTrue();
        assertThat(channel.platform()).isEqualTo("APNS_VOIP");
    }

    @Test
    void aMissingChannelIs404() {
        assertThatThrownBy(() -> pinpoint.sdk.getGcmChannel(request -> request.applicationId(pinpoint.application)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void knowsAllFiveChannels() {
        assertThat(pinpoint.resources.types())
                .containsExactlyInAnyOrder(
                        "AWS::Pinpoint::App",
                        "AWS::Pinpoint::GCMChannel",
                        "AWS::Pinpoint::APNSChannel",
                        "AWS::Pinpoint::APNSSandboxChannel",
                        "AWS::Pinpoint::APNSVoipChannel",
                        "AWS::Pinpoint::APNSVoipSandboxChannel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"project_id\":\"p\",\"client_email\":\"e\"}",
                "{\"project_id\":\"p\",\"client_email\":\"e\",\"private_key\":\"none\"}",
            })
    void refusesAFcmChannelWithoutAServiceAccount(String serviceJson) {
        ObjectNode properties = pinpoint.fcmProperties().put("ServiceJson", serviceJson);

        assertThatThrownBy(() -> pinpoint.create("AWS::Pinpoint::GCMChannel", properties))
                .isInstanceOfSatisfying(
                        AwsFailure.class, refused -> assertThat(refused.code()).isEqualTo("BadRequestException"));
    }

    @Test
    void refusesTheKeyOfFcmsLegacyApi() {
        ObjectNode properties = pinpoint.fcmProperties().put("ApiKey", "AAAA");

        assertThatThrownBy(() -> pinpoint.create("AWS::Pinpoint::GCMChannel", properties))
                .hasMessageContaining("ApiKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BundleId", "TeamId", "TokenKeyId", "TokenKey"})
    void refusesAnApnsChannelWithoutAll(String missing) {
        ObjectNode properties = pinpoint.apnsProperties();
        properties.remove(missing);

        assertThatThrownBy(() -> pinpoint.create("AWS::Pinpoint::APNSVoipChannel", properties))
                .hasMessageContaining(missing);
    }

    @Test
    void refusesAKeyThatIsNone() {
        ObjectNode properties = pinpoint.apnsProperties().put("TokenKey", "secret-but-no-key");

        assertThatThrownBy(() -> pinpoint.create("AWS::Pinpoint::APNSChannel", properties))
                .hasMessageContaining(".p8")
                .hasMessageNotContaining("secret-but-no-key");
    }

    @Test
    void takesAKeyAsAPemFileToo() {
        ObjectNode properties = pinpoint.apnsProperties();
        properties.put(
                "TokenKey",
                "-----BEGIN PRIVATE KEY-----\n" + properties.path("TokenKey").asText()
                        + "\n-----END PRIVATE KEY-----\n");

        assertThat(pinpoint.create("AWS::Pinpoint::APNSChannel", properties).ref())
                .startsWith(pinpoint.application);
    }

    @Test
    void refusesAChannelOfNoApplication() {
        assertThatThrownBy(() -> pinpoint.create(
                        "AWS::Pinpoint::GCMChannel", pinpoint.fcmProperties().put("ApplicationId", "nothing")))
                .isInstanceOfSatisfying(
                        AwsFailure.class,
                        refused -> assertThat(refused.status()).isEqualTo(404));
    }
}

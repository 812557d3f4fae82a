package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushStackTest {
    private final StackTemplate template;
    private final StackTemplate bare;

    PushStackTest(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        this.template = full.template("Push");
        this.bare = bare.template("Push");
    }

    @Test
    void theApplicationIsNamedAfterTheEnvironment() {
        assertThat(template.only("AWS::Pinpoint::App").at("/Properties/Name").asText())
                .isEqualTo("ringback-full");
    }

    @Test
    void googlesServiceAccountIsTheWholeSecret() {
        assertThat(template.only("AWS::Pinpoint::GCMChannel").path("Properties").toString())
                .isEqualTo("{\"ApplicationId\":{\"Ref\":\"Application\"},\"Enabled\":true,"
                        + "\"DefaultAuthenticationMethod\":\"TOKEN\","
                        + "\"ServiceJson\":\"{{resolve:secretsmanager:push/fcm:SecretString:::}}\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APNSChannel", "APNSSandboxChannel"})
    void applesKeyIsReadFromTheSecretsFields(String type) {
        assertThat(template.only("AWS::Pinpoint::" + type).path("Properties").toString())
                .isEqualTo("{\"ApplicationId\":{\"Ref\":\"Application\"},\"Enabled\":true,"
                        + "\"DefaultAuthenticationMethod\":\"TOKEN\","
                        + "\"BundleId\":\"{{resolve:secretsmanager:push/apns:SecretString:bundleId::}}\","
                        + "\"TeamId\":\"{{resolve:secretsmanager:push/apns:SecretString:teamId::}}\","
                        + "\"TokenKeyId\":\"{{resolve:secretsmanager:push/apns:SecretString:keyId::}}\","
                        + "\"TokenKey\":\"{{resolve:secretsmanager:push/apns:SecretString:tokenKey::}}\"}");
    }

    @Test
    void aChannelCanBePinnedToAVersionOfItsSecret() {
        assertThat(template.only("AWS::Pinpoint::APNSVoipChannel")
                        .at("/Properties/TokenKey")
                        .asText())
                .isEqualTo("{{resolve:secretsmanager:push/apns:SecretString:tokenKey::"
                        + "11111111-2222-3333-4444-555555555555}}");
    }

    @Test
    void aSecretCanBeNamedByItsFullArn() {
        assertThat(template.only("AWS::Pinpoint::APNSVoipSandboxChannel")
                        .at("/Properties/TeamId")
                        .asText())
                .isEqualTo("{{resolve:secretsmanager:arn:aws:secretsmanager:eu-central-1:111111111111:secret:"
                        + "push/apns-AbCdEf:SecretString:teamId::}}");
    }

    @Test
    void noChannelExistsWithoutASecret() {
        assertThat(bare.resources().values())
                .extracting(resource -> resource.path("Type").asText())
                .noneMatch(type -> type.endsWith("Channel"));
    }

    @Test
    void theFunctionGetsWhatItsCodeReads() {
        JsonNode variables = template.only("AWS::Lambda::Function").at("/Properties/Environment/Variables");
        assertThat(variables.fieldNames())
                .toIterable()
                .containsExactly(
                        "CALLS_TABLE",
                        "DEEP_LINK",
                        "DEVICE_INFO_TABLE",
                        "ENVIRONMENT_NAME",
                        "INCLUDE_PARTICIPANT_TOKEN",
                        "PEOPLE_BY_CLIENT_ID_INDEX",
                        "PEOPLE_TABLE",
                        "PINPOINT_APPLICATION_ID");
    }

    @Test
    void thePushLetsItsHolderJoinWhereTheEnvironmentSaysSo() {
        assertThat(includeParticipantToken(template)).isEqualTo("true");
        assertThat(includeParticipantToken(bare)).isEqualTo("false");
    }

    @Test
    void theFunctionHasTheSizeTheEnvironmentSays() {
        JsonNode function = template.only("AWS::Lambda::Function").path("Properties");
        assertThat(function.path("MemorySize").intValue()).isEqualTo(512);
        assertThat(function.path("Timeout").intValue()).isEqualTo(8);
    }

    @Test
    void anEventIsDroppedWhenTheRingingHasEnded() {
        assertThat(eventInvokeConfig(template).path("MaximumEventAgeInSeconds").intValue())
                .isEqualTo(90);
    }

    @Test
    void anEventIsKeptForTheLeastTimeLambdaKnows() {
        assertThat(eventInvokeConfig(bare).path("MaximumEventAgeInSeconds").intValue())
                .isEqualTo(60);
    }

    @Test
    void whatFailsIsNotTriedAgainHoweverLongThePhoneRings() {
        for (StackTemplate each : List.of(template, bare)) {
            assertThat(eventInvokeConfig(each).path("MaximumRetryAttempts").asInt(-1))
                    .isEqualTo(0);
        }
    }

    @Test
    void whatFailsIsQueued() {
        String queue = template.resources("AWS::SQS::Queue").keySet().iterator().next();
        assertThat(eventInvokeConfig(template)
                        .at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
                        .asText())
                .isEqualTo(queue);
    }

    @Test
    void oneFailedPushIsOneTooMany() {
        JsonNode alarm =
                template.resource("AWS::CloudWatch::Alarm", "FailedPushes").path("Properties");
        String queue = template.resources("AWS::SQS::Queue").keySet().iterator().next();
        assertThat(alarm.path("MetricName").asText()).isEqualTo("ApproximateNumberOfMessagesVisible");
        assertThat(alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText()).isEqualTo(queue);
        assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("GreaterThanOrEqualToThreshold");
        assertThat(alarm.path("Threshold").intValue()).isEqualTo(1);
    }

    @Test
    void threeTokensOfAnotherChannelInAnHourAreTooMany() {
        JsonNode alarm = template.resource("AWS::CloudWatch::Alarm", "WrongChannelTokens")
                .path("Properties");
        assertThat(alarm.path("Namespace").asText() + " "
                        + alarm.path("MetricName").asText())
                .isEqualTo("Ringback PushWrongForChannel");
        assertThat(alarm.path("Dimensions").toString()).isEqualTo("[{\"Name\":\"Environment\",\"Value\":\"full\"}]");
        assertThat(alarm.path("Threshold").intValue()).isEqualTo(3);
        assertThat(alarm.path("Period").intValue()).isEqualTo(3600);
    }

    @Test
    void theQueueIsEncryptedAndForgetsAfterFourDays() {
        assertThat(template.only("AWS::SQS::Queue").path("Properties").toString())
                .isEqualTo("{\"MessageRetentionPeriod\":345600,\"SqsManagedSseEnabled\":true}");
    }

    @Test
    void theQueueRefusesPlainHttp() {
        JsonNode statement = template.only("AWS::SQS::QueuePolicy").at("/Properties/PolicyDocument/Statement/0");
        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.path("Condition").toString()).isEqualTo("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    private static String includeParticipantToken(StackTemplate template) {
        return template.only("AWS::Lambda::Function")
                .at("/Properties/Environment/Variables/INCLUDE_PARTICIPANT_TOKEN")
                .asText();
    }

    private static JsonNode eventInvokeConfig(StackTemplate template) {
        return template.only("AWS::Lambda::EventInvokeConfig").path("Properties");
    }
}

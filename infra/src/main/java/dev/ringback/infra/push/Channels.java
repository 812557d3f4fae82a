package dev.ringback.infra.push;

import dev.ringback.infra.environment.ChannelSecret;
import dev.ringback.infra.environment.PushChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.SecretsManagerSecretOptions;
import software.amazon.awscdk.services.pinpoint.CfnApp;
import software.constructs.Construct;

/** The channels of a push application; their credentials stay in Secrets Manager until CloudFormation reads them. */
final class Channels {
    private Channels() {}

    static void add(Construct scope, CfnApp application, PushChannel channel, ChannelSecret secret) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ApplicationId", application.getRef());
        properties.put("Enabled", true);
        // Always written: without it Pinpoint falls back to a method that Google has switched off.
        properties.put("DefaultAuthenticationMethod", "TOKEN");
        properties.putAll(channel == PushChannel.GCM ? google(secret) : apple(secret));
        CfnResource.Builder.create(scope, id(channel))
                .type("AWS::Pinpoint::" + type(channel))
                .properties(properties)
                .build();
    }

    // The secret as a whole is Google's service account file: its quotes would not survive inside another JSON.
    private static Map<String, String> google(ChannelSecret secret) {
        return Map.of("ServiceJson", reference(secret, null));
    }

    private static Map<String, String> apple(ChannelSecret secret) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("BundleId", reference(secret, "bundleId"));
        properties.put("TeamId", reference(secret, "teamId"));
        properties.put("TokenKeyId", reference(secret, "keyId"));
        properties.put("TokenKey", reference(secret, "tokenKey"));
        return properties;
    }

    private static String reference(ChannelSecret secret, String jsonField) {
        return SecretValue.secretsManager(
                        secret.secret(),
                        SecretsManagerSecretOptions.builder()
                                .jsonField(jsonField)
                                .versionId(secret.version().orElse(null))
                                .build())
                // Gives the reference itself, {{resolve:secretsmanager:…}}, not the value.
                .unsafeUnwrap();
    }

    private static String type(PushChannel channel) {
        return switch (channel) {
            case GCM -> "GCMChannel";
            case APNS -> "APNSChannel";
            case APNS_SANDBOX -> "APNSSandboxChannel";
            case APNS_VOIP -> "APNSVoipChannel";
            case APNS_VOIP_SANDBOX -> "APNSVoipSandboxChannel";
        };
    }

    private static String id(PushChannel channel) {
        return switch (channel) {
            case GCM -> "Gcm";
            case APNS -> "Apns";
            case APNS_SANDBOX -> "ApnsSandbox";
            case APNS_VOIP -> "ApnsVoip";
            case APNS_VOIP_SANDBOX -> "ApnsVoipSandbox";
        };
    }
}

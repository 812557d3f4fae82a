package dev.ringback.local.pinpoint;

import java.util.Map;
import java.util.Optional;

/**
 * A push channel of an application; its secrets are checked when it is written and not kept.
 *
 * @param type as messages name it: GCM, APNS_VOIP …
 * @param authentication TOKEN, KEY …
 * @param bundleId the iOS app's, for APNs
 */
record Channel(String type, boolean enabled, String authentication, Optional<String> bundleId) {
    static final Map<String, String> TYPES_BY_RESOURCE = Map.of(
            "AWS::Pinpoint::GCMChannel", "GCM",
            "AWS::Pinpoint::APNSChannel", "APNS",
            "AWS::Pinpoint::APNSSandboxChannel", "APNS_SANDBOX",
            "AWS::Pinpoint::APNSVoipChannel", "APNS_VOIP",
            "AWS::Pinpoint::APNSVoipSandboxChannel", "APNS_VOIP_SANDBOX");

    boolean isFcm() {
        return type.equals("GCM");
    }

    boolean isVoip() {
        return type.startsWith("APNS_VOIP");
    }

    /** APNs keeps VoIP pushes of an app under a topic of their own. */
    String topic() {
        return bundleId.orElseThrow() + (isVoip() ? ".voip" : "");
    }
}

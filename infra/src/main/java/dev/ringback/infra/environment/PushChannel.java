package dev.ringback.infra.environment;

/** The ways a push reaches a phone, by the names that Pinpoint and the apps use. */
public enum PushChannel {
    GCM,
    APNS,
    APNS_SANDBOX,
    APNS_VOIP,
    APNS_VOIP_SANDBOX
}

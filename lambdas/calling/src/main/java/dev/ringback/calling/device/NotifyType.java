package dev.ringback.calling.device;

/** The push channel a device token belongs to; the names are Pinpoint's channel types. */
public enum NotifyType {
    GCM,
    APNS,
    APNS_SANDBOX,
    APNS_VOIP,
    APNS_VOIP_SANDBOX
}

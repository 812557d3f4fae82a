package dev.ringback.calling.device;

/** The push channel a device token belongs to; the names are Pinpoint's channel types. */
public enum NotifyType {
    GCM,
    APNS,
    APNS_SANDBOX,
    APNS_VOIP,
    APNS_VOIP_SANDBOX;

    /** True for devices that may have a VoIP token besides the one for alerts. */
    public boolean hasVoip() {
        return this == APNS || this == APNS_SANDBOX;
    }

    /** The channel of this one's VoIP tokens; itself where there are none. */
    public NotifyType voip() {
        return switch (this) {
            case APNS -> APNS_VOIP;
            case APNS_SANDBOX -> APNS_VOIP_SANDBOX;
            case GCM, APNS_VOIP, APNS_VOIP_SANDBOX -> this;
        };
    }

    /** The channel of the same kind for apps that are signed for development, or for the store. */
    public NotifyType in(boolean sandbox) {
        return switch (this) {
            case GCM -> GCM;
            case APNS, APNS_SANDBOX -> sandbox ? APNS_SANDBOX : APNS;
            case APNS_VOIP, APNS_VOIP_SANDBOX -> sandbox ? APNS_VOIP_SANDBOX : APNS_VOIP;
        };
    }
}

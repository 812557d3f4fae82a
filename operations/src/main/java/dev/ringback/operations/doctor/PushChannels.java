package dev.ringback.operations.doctor;

import java.util.Optional;
import software.amazon.awssdk.services.pinpoint.PinpointClient;
import software.amazon.awssdk.services.pinpoint.model.NotFoundException;

/** The channels of a Pinpoint application, read one by one: those reads are what AWS has promised to keep. */
final class PushChannels {
    private final PinpointClient pinpoint;
    private final String applicationId;

    PushChannels(PinpointClient pinpoint, String applicationId) {
        this.pinpoint = pinpoint;
        this.applicationId = applicationId;
    }

    /** Empty if there is no such channel. */
    Optional<Boolean> isEnabled(String channel) {
        try {
            return Optional.of(Boolean.TRUE.equals(enabled(channel)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private Boolean enabled(String channel) {
        return switch (channel) {
            case "GCM" ->
                pinpoint.getGcmChannel(read -> read.applicationId(applicationId))
                        .gcmChannelResponse()
                        .enabled();
            case "APNS" ->
                pinpoint.getApnsChannel(read -> read.applicationId(applicationId))
                        .apnsChannelResponse()
                        .enabled();
            case "APNS_SANDBOX" ->
                pinpoint.getApnsSandboxChannel(read -> read.applicationId(applicationId))
                        .apnsSandboxChannelResponse()
                        .enabled();
            case "APNS_VOIP" ->
                pinpoint.getApnsVoipChannel(read -> read.applicationId(applicationId))
                        .apnsVoipChannelResponse()
                        .enabled();
            case "APNS_VOIP_SANDBOX" ->
                pinpoint.getApnsVoipSandboxChannel(read -> read.applicationId(applicationId))
                        .apnsVoipSandboxChannelResponse()
                        .enabled();
            default -> throw new IllegalArgumentException("There is no push channel " + channel + ".");
        };
    }
}

package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.calling.aws.NoNetwork;
import software.amazon.awssdk.services.pinpoint.PinpointClient;

/** Pinpoint without a network, since no request that loads its client is harmless. */
public final class Rehearsal {
    private static final String ANSWER = """
            {"ApplicationId":"none","Result":{"none":{"DeliveryStatus":"SUCCESSFUL","StatusCode":200}}}""";

    private Rehearsal() {}

    /** A client that composes and signs its requests, and answers them itself. */
    public static PinpointClient client() {
        return NoNetwork.client(PinpointClient.builder(), ANSWER);
    }
}

package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the functions write to their logs can be read by every operator. */
@ExtendWith(BackendExtension.class)
class LogTest {
    @Test
    void holdsIdsAndOutcomesButNoTokenDeviceTokenNameOrMailAddress(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("APNS_VOIP");
        ada.listedAs("Augusta", "Byron-King");
        Http.Answer call = ada.initiateCall(ben);
        backend.inbox().firstPushTo(ben.deviceToken());
        ada.endCall();
        String participantToken = call.body().path("token").asText();

        assertThat(backend.logs())
                .contains(call.body().path("callId").asText(), ada.clientId(), "initiateCall", "endCall")
                .doesNotContain(participantToken, ada.accessToken(), ada.idToken(), ben.accessToken())
                .doesNotContain(ada.deviceToken(), ben.deviceToken(), "Augusta", "Byron-King", "@example.com");
    }
}

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
        String callId = call.body().path("callId").asText();
        String calleesToken = ben.answerCall(callId).body().path("token").asText();
        ada.endCall();
        backend.bandwidth().awaitEmpty();
        Eventually.holds("the event of the end is logged", () -> backend.logs().contains("ENDED"));
        String callersToken = call.body().path("token").asText();

        assertThat(backend.logs())
                .contains(callId, ada.clientId(), "initiateCall", "answerCall", "endCall")
                .doesNotContain(callersToken, calleesToken, ada.accessToken(), ada.idToken(), ben.accessToken())
                .doesNotContain(ada.deviceToken(), ben.deviceToken(), "Augusta", "Byron-King", "@example.com");
    }
}

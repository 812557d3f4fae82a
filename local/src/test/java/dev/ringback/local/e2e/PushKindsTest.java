package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each platform gets of each kind, checked against what is documented. */
@ExtendWith(BackendExtension.class)
class PushKindsTest {
    private Backend backend;
    private Phone ada;
    private Phone android;
    private Phone iphone;
    private Phone debug;
    private Phone callKit;
    private Phone debugCallKit;
    private Phone voip;
    private Phone debugVoip;

    @BeforeEach
    void aDeviceOfEveryKind(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ada.listedAs("Ada", "Lovelace");
        android = backend.phone("ben").registered("GCM");
        iphone = android.second().registered("APNS");
        debug = android.second().registered("APNS_SANDBOX");
        callKit = android.second().registeredForCallKit("APNS");
        debugCallKit = android.second().registeredForCallKit("APNS_SANDBOX");
        voip = android.second().registered("APNS_VOIP");
        debugVoip = android.second().registered("APNS_VOIP_SANDBOX");
    }

    @AfterEach
    void hangUp() throws Exception {
        ada.endCall();
    }

    @Test
    void everyPlatformGetsAnIncomingCallInItsOwnForm() throws Exception {
        String callId = ada.calls(android);

        arrives("incoming_call", callId, "GCM", android.deviceToken());
        arrives("incoming_call", callId, "APNS", iphone.deviceToken());
        arrives("incoming_call", callId, "APNS_SANDBOX", debug.deviceToken());
        arrives("incoming_call", callId, "APNS_VOIP", callKit.voipToken());
        arrives("incoming_call", callId, "APNS_VOIP_SANDBOX", debugCallKit.voipToken());
        arrives("incoming_call", callId, "APNS_VOIP", voip.deviceToken());
        arrives("incoming_call", callId, "APNS_VOIP_SANDBOX", debugVoip.deviceToken());
        assertThat(backend.inbox().pushesTo(callKit.deviceToken())).isEmpty();
    }

    @Test
    void everyPlatformHearsThatTheCallerGaveUpAndNoneByVoip() throws Exception {
        String callId = ada.calls(android);
        backend.inbox().push("incoming_call", callKit.voipToken());
        ada.endCall(callId);

        everybodyHears("call_cancelled", callId);
        assertThat(reason(android)).isEqualTo("caller_hangup");
        assertThat(header(callKit, "apns-push-type")).isEqualTo("alert");
    }

    @Test
    void everyPlatformHearsInSilenceThatAnotherDeviceDeclined() throws Exception {
        String callId = ada.calls(android);
        backend.inbox().push("incoming_call", callKit.voipToken());
        voip.declineCall(callId);

        everybodyHears("call_cancelled", callId);
        assertThat(reason(android)).isEqualTo("declined_elsewhere");
        assertThat(header(callKit, "apns-push-type")).isEqualTo("background");
    }

    private void everybodyHears(String type, String callId) throws Exception {
        arrives(type, callId, "GCM", android.deviceToken());
        arrives(type, callId, "APNS", iphone.deviceToken());
        arrives(type, callId, "APNS_SANDBOX", debug.deviceToken());
        arrives(type, callId, "APNS", callKit.deviceToken());
        arrives(type, callId, "APNS_SANDBOX", debugCallKit.deviceToken());
        for (String token :
                List.of(callKit.voipToken(), debugCallKit.voipToken(), voip.deviceToken(), debugVoip.deviceToken())) {
            assertThat(backend.inbox().kinds(token)).containsExactly("incoming_call");
        }
    }

    private void arrives(String type, String callId, String channel, String token) throws Exception {
        JsonNode push = backend.inbox().push(type, token);
        assertThat(push.path("channelType").asText()).isEqualTo(channel);
        assertThat(PushSchemas.faultsOf(push)).isEmpty();
        assertThat(push.path("payload").findPath("callId").asText()).isEqualTo(callId);
        assertThat(push.path("payload").findPath("callerName").asText()).isEqualTo("Ada Lovelace");
    }

    private String reason(Phone phone) throws Exception {
        return backend.inbox()
                .push("call_cancelled", phone.deviceToken())
                .at("/payload/data/reason")
                .asText();
    }

    private String header(Phone phone, String name) throws Exception {
        return backend.inbox()
                .push("call_cancelled", phone.deviceToken())
                .path("headers")
                .path(name)
                .asText();
    }
}

package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BackendExtension.class)
class CallTest {
    private Backend backend;
    private Phone ada;
    private Phone ben;

    @BeforeEach
    void twoPhones(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("APNS_VOIP");
        ada.listedAs("Ada", "Lovelace");
    }

    @AfterEach
    void hangUp() throws Exception {
        ada.endCall();
    }

    @Test
    void givesTheCallerATokenToJoinWith() throws Exception {
        Http.Answer answer = ada.initiateCall(ben);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("token").asText()).isNotEmpty();
        assertThat(answer.body().path("callId").asText()).isNotEmpty();
    }

    @Test
    void putsBothParticipantsIntoOneSession() throws Exception {
        String callId = ada.initiateCall(ben).body().path("callId").asText();

        assertThat(backend.bandwidth().taggedWith(callId))
                .singleElement()
                .satisfies(session -> assertThat(session.path("participants")).hasSize(2));
    }

    @Test
    void ringsAnIphoneByOneVoipPushWithTheCallersNameAndTheCallsId() throws Exception {
        String callId = ada.initiateCall(ben).body().path("callId").asText();

        JsonNode push = backend.inbox().firstPushTo(ben.deviceToken());

        assertThat(push.path("channelType").asText()).isEqualTo("APNS_VOIP");
        assertThat(push.toString()).contains(callId, "Ada Lovelace").doesNotContain("tok=", "\"token\"");
        assertThat(backend.inbox().pushesTo(ben.deviceToken())).hasSize(1);
    }

    @Test
    void ringsAnAndroidPhoneByOneDataPush() throws Exception {
        String callId = ben.initiateCall(ada).body().path("callId").asText();

        JsonNode data = backend.inbox().firstPushTo(ada.deviceToken()).findPath("data");

        assertThat(data.path("callId").asText()).isEqualTo(callId);
        assertThat(data.path("pinpoint.deeplink").asText()).contains("callId=" + callId);
        assertThat(backend.inbox().pushesTo(ada.deviceToken())).hasSize(1);
    }

    @Test
    void pushesNoTokenOfTheCall() throws Exception {
        Http.Answer call = ada.initiateCall(ben);
        String calleesToken = ben.answerCall(call.body().path("callId").asText())
                .body()
                .path("token")
                .asText();

        assertThat(backend.inbox().firstPushTo(ben.deviceToken()).toString())
                .doesNotContain(call.body().path("token").asText(), calleesToken);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endingByEitherSideFreesBothAndLeavesBandwidthEmpty(boolean byCaller) throws Exception {
        ada.initiateCall(ben);

        Http.Answer ended = (byCaller ? ada : ben).endCall();

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body().path("message").asText()).isEqualTo("success");
        backend.bandwidth().awaitEmpty();
        assertThat(ben.initiateCall(ada).status()).isEqualTo(200);
    }

    @Test
    void endingTwiceSucceeds() throws Exception {
        ada.initiateCall(ben);

        assertThat(ada.endCall().status()).isEqualTo(200);
        assertThat(ada.endCall().status()).isEqualTo(200);
    }

    @Test
    void endingWithoutACallSucceeds() throws Exception {
        assertThat(ada.endCall().body().path("message").asText()).isEqualTo("success");
    }

    @Test
    void registeringTheSameTokenAgainGivesTheSameId() throws Exception {
        String first = ada.clientId();

        assertThat(ada.registered("GCM").clientId()).isEqualTo(first);
    }

    @Test
    void aTokenThatChangesHandsLeavesItsOldOwner() throws Exception {
        String old = ada.clientId();

        String claimed = ben.call("register", "notifyType", "GCM", "deviceToken", ada.deviceToken())
                .body()
                .path("id")
                .asText();

        assertThat(claimed).isNotEqualTo(old);
        assertThat(ada.endCall().status()).isEqualTo(404);
    }

    @Test
    void theAccessTokenAndTheIdTokenBothOpenTheApi() throws Exception {
        String body = "{\"action\":\"endCall\",\"clientId\":\"" + ada.clientId() + "\"}";
        String url = backend.runtime().endpoints().apiUrl();

        assertThat(Http.post(url, body, "Authorization", "Bearer " + ada.idToken())
                        .status())
                .isEqualTo(200);
        assertThat(Http.post(url, body, "Authorization", "Bearer " + ada.accessToken())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletingClientIdsRemovesTheDevicesAndEndsTheirCallsButKeepsPeople() throws Exception {
        ada.initiateCall(ben);

        Http.Answer answer = ada.send("{\"action\":\"deleteClientIds\",\"clientIds\":[\"" + ada.clientId() + "\"]}");

        assertThat(answer.body().path("deletedIds").path(0).path("id").asText()).isEqualTo(ada.clientId());
        assertThat(ada.endCall().status()).isEqualTo(404);
        backend.bandwidth().awaitEmpty();
        assertThat(backend.items("DeviceInfo").map(Object::toString)).noneMatch(item -> item.contains(ada.clientId()));
        assertThat(backend.items("People").map(Object::toString)).anyMatch(item -> item.contains(ada.clientId()));
    }

    @Test
    void aForeignIdAmongTheDeletedIsReportedBesideTheOthers() throws Exception {
        Http.Answer answer = ada.send("{\"action\":\"deleteClientIds\",\"clientIds\":[\"" + ben.clientId() + "\",\""
                + ada.clientId() + "\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("deletedIds")).hasSize(1);
        assertThat(answer.body().path("failedIds").path(0).path("id").asText()).isEqualTo(ben.clientId());
        assertThat(ben.endCall().status()).isEqualTo(200);
    }
}

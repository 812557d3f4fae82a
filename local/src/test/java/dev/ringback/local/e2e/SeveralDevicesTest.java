package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One user with three devices. */
@ExtendWith(BackendExtension.class)
class SeveralDevicesTest {
    private static final String DEAD = "\"deliveryStatus\":\"PERMANENT_FAILURE\",\"statusCode\":410,"
            + "\"statusMessage\":\"{\\\"pushProviderError\\\":\\\"Unregistered\\\"}\"";

    private Backend backend;
    private Phone ada;
    private Phone phone;
    private Phone tablet;
    private Phone old;

    @BeforeEach
    void threeDevices(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        phone = backend.phone("ben").registered("GCM");
        tablet = phone.second().registeredForCallKit("APNS");
        old = phone.second().registered("APNS_SANDBOX");
    }

    @AfterEach
    void hangUp() throws Exception {
        ada.endCall();
        backend.inbox().heal();
    }

    @Test
    void allRing() throws Exception {
        ada.calls(phone);

        allHaveRung();
    }

    @Test
    void theFirstThatAnswersIsInTheCallAndTheOthersAreToldToStop() throws Exception {
        String callId = ada.calls(phone);
        allHaveRung();

        Http.Answer answer = tablet.answerCall(callId);

        assertThat(answer.body().path("token").asText()).isNotEmpty();
        for (Phone other : List.of(phone, old)) {
            assertThat(reason(other)).isEqualTo("answered_elsewhere");
            assertThat(other.answerCall(callId).error()).isEqualTo("CALL_ANSWERED");
        }
        assertThat(backend.inbox().pushesTo(tablet.deviceToken())).isEmpty();
    }

    @Test
    void oneThatDeclinesStopsTheOthers() throws Exception {
        String callId = ada.calls(phone);
        allHaveRung();

        old.declineCall(callId);

        assertThat(reason(phone)).isEqualTo("declined_elsewhere");
        assertThat(reason(tablet)).isEqualTo("declined_elsewhere");
        assertThat(backend.inbox().kinds(old.deviceToken())).containsExactly("incoming_call");
    }

    @Test
    void aDeadTokenIsGoneAndTheOthersRing() throws Exception {
        backend.inbox().fail("{\"path\":\"push/" + old.deviceToken() + "\"," + DEAD + "}");

        String callId = ada.calls(phone);

        backend.inbox().push("incoming_call", phone.deviceToken());
        backend.inbox().push("incoming_call", tablet.voipToken());
        Eventually.holds("the device with the dead token is gone", () -> !isStored(old.deviceToken()));
        assertThat(isStored(phone.deviceToken())).isTrue();
        assertThat(tablet.getCall(callId).body().path("state").asText()).isEqualTo("RINGING");
    }

    @Test
    void aTokenThatIsRegisteredAgainMeanwhileSurvives() throws Exception {
        long registered = Instant.now().getEpochSecond();
        Eventually.holds("another second", () -> Instant.now().getEpochSecond() > registered);
        backend.inbox().fail("{\"path\":\"push/" + old.deviceToken() + "\"," + DEAD + "}");
        String aws = backend.runtime().endpoints().awsEndpoint() + "/_faults";
        Http.post(aws, "{\"path\":\"mobiletargeting/v1/apps\",\"delayMs\":1500}");

        String callId = ada.calls(phone);
        Eventually.holds(
                "the push is under way", () -> !Http.get(aws).body().toString().contains("mobiletargeting"));
        old.registered("APNS_SANDBOX");

        Eventually.holds(
                "the push has come back",
                () -> backend.logs()
                        .lines()
                        .anyMatch(line ->
                                line.contains("pushSent") && line.contains(callId) && line.contains("TokenDead")));
        backend.inbox().push("incoming_call", tablet.voipToken());
        ada.endCall();
        assertThat(backend.inbox().push("call_cancelled", old.deviceToken())).isNotNull();
        assertThat(isStored(old.deviceToken())).isTrue();
    }

    private void allHaveRung() throws Exception {
        backend.inbox().push("incoming_call", phone.deviceToken());
        backend.inbox().push("incoming_call", tablet.voipToken());
        backend.inbox().push("incoming_call", old.deviceToken());
    }

    private String reason(Phone device) throws Exception {
        return backend.inbox()
                .push("call_cancelled", device.deviceToken())
                .path("payload")
                .findPath("reason")
                .asText();
    }

    private boolean isStored(String deviceToken) {
        return backend.items("DeviceInfo")
                .anyMatch(item -> item.containsKey("deviceToken")
                        && item.get("deviceToken").s().equals(deviceToken));
    }
}

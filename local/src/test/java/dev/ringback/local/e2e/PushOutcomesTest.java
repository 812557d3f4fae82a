package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the backend makes of each answer that Pinpoint gives for a device. */
@ExtendWith(BackendExtension.class)
class PushOutcomesTest {
    private Backend backend;
    private Phone ada;
    private Phone ben;

    @BeforeEach
    void twoPhones(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
    }

    @AfterEach
    void hangUp() throws Exception {
        ada.endCall();
        backend.inbox().heal();
    }

    @ParameterizedTest
    @CsvSource({
        "PERMANENT_FAILURE, 410, Unregistered",
        "PERMANENT_FAILURE, 404, UNREGISTERED",
        "PERMANENT_FAILURE, 400, NotRegistered",
        "PERMANENT_FAILURE, 400, The registration token is not a valid FCM registration token"
    })
    void aDeadTokenEndsTheCallAndIsGone(String status, int code, String error) throws Exception {
        assertThat(ends(status, code, error)).isEqualTo("push_token_dead");

        Eventually.holds("the token is gone", () -> device().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "PERMANENT_FAILURE, 410, BadDeviceToken",
        "PERMANENT_FAILURE, 400, DeviceTokenNotForTopic",
        "PERMANENT_FAILURE, 403, SENDER_ID_MISMATCH",
        "PERMANENT_FAILURE, 400, MismatchSenderId",
        "PERMANENT_FAILURE, 400, InvalidRegistration"
    })
    void aTokenOfAnotherChannelEndsTheCallAndIsMarked(String status, int code, String error) throws Exception {
        assertThat(ends(status, code, error)).isEqualTo("push_wrong_channel");

        Eventually.holds("the token is marked", () -> device().containsKey("wrongChannelAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "PERMANENT_FAILURE, 400, INVALID_ARGUMENT",
        "PERMANENT_FAILURE, 400, No channel of type GCM is enabled",
        "PERMANENT_FAILURE, 403, InvalidProviderToken",
        "PERMANENT_FAILURE, 403, ExpiredProviderToken",
        "PERMANENT_FAILURE, 401, THIRD_PARTY_AUTH_ERROR",
        "PERMANENT_FAILURE, 413, PayloadTooLarge"
    })
    void aFaultOfOursEndsTheCallAndKeepsTheToken(String status, int code, String error) throws Exception {
        assertThat(ends(status, code, error)).isEqualTo("push_misconfigured");

        assertThat(device()).isNotEmpty().doesNotContainKey("wrongChannelAt");
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, 429, QUOTA_EXCEEDED",
        "TEMPORARY_FAILURE, 503, UNAVAILABLE",
        "PERMANENT_FAILURE, 500, INTERNAL",
        "UNKNOWN_FAILURE, 502, bad gateway"
    })
    void aServiceThatStaysBusyEndsTheCallAndKeepsTheToken(String status, int code, String error) throws Exception {
        assertThat(ends(status, code, error)).isEqualTo("push_unavailable");

        assertThat(device()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, 429, QUOTA_EXCEEDED, 2",
        "TEMPORARY_FAILURE, 503, UNAVAILABLE, 1",
        "UNKNOWN_FAILURE, 400, ?, 1"
    })
    void aServiceThatIsBusyForAMomentDelaysTheRinging(String status, int code, String error, int times)
            throws Exception {
        plan(status, code, error, times);

        ada.calls(ben);

        backend.inbox().push("incoming_call", ben.deviceToken());
    }

    @ParameterizedTest
    @CsvSource({"SUCCESSFUL, 200, ok", "DUPLICATE, 200, ok", "UNKNOWN_FAILURE, 400, ?", "OPT_OUT, 400, ?"})
    void aPushThatMayHaveArrivedLetsTheCallRing(String status, int code, String error) throws Exception {
        plan(status, code, error, 3);

        String callId = ada.calls(ben);

        Eventually.holds(
                "the push is noted",
                () -> backend.items("Calls")
                        .anyMatch(call -> call.get("callId").s().equals(callId) && call.containsKey("timeline")));
        assertThat(ada.getCall(callId).body().path("state").asText()).isEqualTo("RINGING");
        assertThat(device()).isNotEmpty();
    }

    /** Why the call is unreachable. */
    private String ends(String status, int code, String error) throws Exception {
        plan(status, code, error, 3);
        String callId = ada.calls(ben);
        Eventually.holds(
                "the call ends", () -> !call(callId).path("state").asText().equals("RINGING"));
        assertThat(call(callId).path("state").asText()).isEqualTo("UNREACHABLE");
        return call(callId).path("reason").asText();
    }

    private JsonNode call(String callId) throws Exception {
        return ada.getCall(callId).body();
    }

    private void plan(String status, int code, String error, int times) throws Exception {
        String message = Http.JSON
                .createObjectNode()
                .put("errorMessage", "as injected")
                .put("pushProviderError", error)
                .toString();
        backend.inbox()
                .fail(Http.JSON
                        .createObjectNode()
                        .put("path", "push/" + ben.deviceToken())
                        .put("deliveryStatus", status)
                        .put("statusCode", code)
                        .put("statusMessage", message)
                        .put("times", times)
                        .toString());
    }

    /** Ben's, as it is stored; nothing if it is gone. */
    private Map<String, AttributeValue> device() {
        return backend.items("DeviceInfo")
                .filter(item -> item.containsKey("deviceToken")
                        && item.get("deviceToken").s().equals(ben.deviceToken()))
                .findFirst()
                .orElse(Map.of());
    }
}

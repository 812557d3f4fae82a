package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(BackendExtension.class)
class DeviceTest {
    private final String unique = UUID.randomUUID().toString();
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
    }

    @Test
    void aNewTokenOfTheSameInstallationKeepsTheId() throws Exception {
        String before = install("token-1-" + unique).body().path("id").asText();

        assertThat(install("token-2-" + unique).body().path("id").asText()).isEqualTo(before);
    }

    @Test
    void theNewTokenOfAnInstallationIsRung() throws Exception {
        install("token-1-" + unique);
        String clientId = install("token-2-" + unique).body().path("id").asText();

        assertThat(ada.call("initiateCall", "callerId", ada.clientId(), "calleeId", clientId)
                        .status())
                .isEqualTo(200);

        backend.inbox().firstPushTo("token-2-" + unique);
        assertThat(backend.inbox().pushesTo("token-1-" + unique)).isEmpty();
    }

    @Test
    void theEnvironmentOfAnIphoneDecidesItsChannel() throws Exception {
        Http.Answer answer =
                ben.call("register", "notifyType", "APNS", "deviceToken", "token-" + unique, "environment", "sandbox");

        assertThat(answer.body().path("notifyType").asText()).isEqualTo("APNS_SANDBOX");
    }

    @Test
    void aDeviceThatIsSignedOutIsGoneWithItsCall() throws Exception {
        String callId = ada.calls(ben);

        assertThat(ben.call("unregister", "clientId", ben.clientId()).body().toString())
                .isEqualTo("{\"message\":\"success\"}");

        assertThat(ada.getCall(callId).body().path("state").asText()).isEqualTo("DECLINED");
        assertThat(ada.initiateCall(ben).error()).isEqualTo("DEVICE_NOT_FOUND");
        assertThat(backend.items("DeviceInfo").map(Object::toString)).noneMatch(item -> item.contains(ben.clientId()));
    }

    @Test
    void aDeviceThatHasExpiredIsCalledNoMoreUntilItRegisters() throws Exception {
        expire(ben);
        assertThat(ada.initiateCall(ben).error()).isEqualTo("DEVICE_NOT_FOUND");

        ben.registered("GCM");

        assertThat(ada.initiateCall(ben).status()).isEqualTo(200);
    }

    @Test
    void aDeviceIsKeptAsLongAsTheEnvironmentSays() {
        Instant expiry = backend.items("DeviceInfo")
                .filter(item -> item.get("id").s().equals(ben.clientId()))
                .map(item -> Instant.ofEpochSecond(
                        Long.parseLong(item.get("expiresAt").n())))
                .findFirst()
                .orElseThrow();

        assertThat(expiry)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(90)).minusSeconds(600),
                        Instant.now().plus(Duration.ofDays(90)));
    }

    private Http.Answer install(String token) throws Exception {
        return ben.call("register", "notifyType", "GCM", "deviceToken", token, "installationId", unique);
    }

    private void expire(Phone phone) {
        backend.operator()
                .updateItem(update -> update.tableName(backend.table("DeviceInfo"))
                        .key(Map.of("id", AttributeValue.fromS(phone.clientId())))
                        .updateExpression("SET expiresAt = :past")
                        .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("1"))));
    }
}

package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items are lost and copied back from a restored table, as docs/operations.md says. */
@ExtendWith(BackendExtension.class)
class RestoreDrillTest {
    private static final String DEVICES = "DeviceInfo";

    private final Backend backend;
    private Phone ada;
    private Phone ben;

    RestoreDrillTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void register() throws Exception {
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
    }

    @Test
    void aDeviceThatWasLostRingsAgain() throws Exception {
        List<Map<String, AttributeValue>> restored = backup();
        lose(restored);
        assertThat(ada.initiateCall(ben).status()).isEqualTo(404);

        copyBack(restored);

        String callId = ada.calls(ben);
        backend.inbox().firstPushTo(ben.deviceToken());
        assertThat(ben.answerCall(callId).status()).isEqualTo(200);
        assertThat(ada.endCall().status()).isEqualTo(200);
    }

    @Test
    void aDeviceOfACallAtThatTimeIsFree() throws Exception {
        ada.calls(ben);
        List<Map<String, AttributeValue>> restored = backup();
        ada.endCall();
        lose(restored);

        copyBack(restored);

        assertThat(ada.initiateCall(ben).status()).isEqualTo(200);
        assertThat(ada.endCall().status()).isEqualTo(200);
    }

    @Test
    void aDeviceThatHasRegisteredMeanwhileStaysAsItIs() throws Exception {
        List<Map<String, AttributeValue>> restored = backup();
        lose(restored);
        ben.registered("GCM");
        String registered = itemsOf(ben).toString();

        copyBack(restored);

        assertThat(itemsOf(ben)).hasToString(registered);
        assertThat(ada.initiateCall(ben).status()).isEqualTo(200);
        assertThat(ada.endCall().status()).isEqualTo(200);
    }

    /** What the restored table would hold of these two. */
    private List<Map<String, AttributeValue>> backup() {
        List<String> ids = List.of(ada.clientId(), ben.clientId());
        return backend.items(DEVICES)
                .filter(item -> ids.stream().anyMatch(id -> item.toString().contains(id)))
                .toList();
    }

    private List<Map<String, AttributeValue>> itemsOf(Phone phone) {
        return backend.items(DEVICES)
                .filter(item -> item.get("id").s().equals(phone.clientId()))
                .toList();
    }

    private void lose(List<Map<String, AttributeValue>> items) {
        items.forEach(item -> backend.operator()
                .deleteItem(delete -> delete.tableName(backend.table(DEVICES)).key(Map.of("id", item.get("id")))));
    }

    private void copyBack(List<Map<String, AttributeValue>> restored) {
        for (Map<String, AttributeValue> item : restored) {
            Map<String, AttributeValue> free = new HashMap<>(item);
            free.remove("callId");
            try {
                backend.operator()
                        .putItem(put -> put.tableName(backend.table(DEVICES))
                                .item(free)
                                .conditionExpression("attribute_not_exists(id)"));
            } catch (ConditionalCheckFailedException keptAsItIs) {
                assertThat(item).containsKey("id");
            }
        }
    }
}

package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.dynamodb.LocalTables;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalTables.class)
class DynamoDbTokenMarksTest {
    private static final Instant AT = Instant.ofEpochMilli(1_795_372_800_000L);

    private final LocalTables.Tables tables;
    private final TokenMarks marks;
    private final Device device;

    DynamoDbTokenMarksTest(LocalTables.Tables tables) {
        this.tables = tables;
        marks = new DynamoDbTokenMarks(tables.dynamoDb(), tables.devices());
        device = new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock())
                .register(Enrolments.iPhone("bob", "alert", "voip", "phone"), _ -> {})
                .device();
    }

    @Test
    void marksTheDeviceThatHasTheToken() {
        marks.wrongForChannel(device, "alert", AT);
        assertThat(item().get("wrongChannelAt").n()).isEqualTo("1795372800000");
    }

    @Test
    void marksTheDeviceThatHasTheVoipToken() {
        marks.wrongForChannel(device, "voip", AT);
        assertThat(item()).containsKey("wrongChannelAt");
    }

    @Test
    void marksNoDeviceThatHasAnotherTokenByNow() {
        marks.wrongForChannel(device, "of-yesterday", AT);
        assertThat(item()).doesNotContainKey("wrongChannelAt");
    }

    @Test
    void makesNoDeviceOfAMark() {
        Device gone = Enrolments.device(Enrolments.android("bob", "gone", "gone"), "gone");
        marks.wrongForChannel(gone, "gone", AT);
        assertThat(item("gone")).isEmpty();
    }

    private Map<String, AttributeValue> item() {
        return item(device.id());
    }

    private Map<String, AttributeValue> item(String id) {
        return tables.dynamoDb()
                .getItem(get ->
                        get.tableName(tables.devices()).key(DeviceItem.key(id)).consistentRead(true))
                .item();
    }
}

package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The two kinds of item in the DeviceInfo table: a device, and the claim that holds its token. */
public final class DeviceItem {
    private DeviceItem() {}

    /** Empty for no item, and for a claim: its id is not a client's. */
    public static Optional<Device> read(Map<String, AttributeValue> item) {
        if (item == null || !item.containsKey("deviceToken")) {
            return Optional.empty();
        }
        return Optional.of(new Device(
                item.get("id").s(),
                item.get("owner").s(),
                NotifyType.valueOf(item.get("notifyType").s()),
                item.get("deviceToken").s(),
                Optional.ofNullable(item.get("callId")).map(AttributeValue::s)));
    }

    public static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }

    static Map<String, AttributeValue> write(Device device, Instant now) {
        return Map.of(
                "id", text(device.id()),
                "owner", text(device.owner()),
                "notifyType", text(device.notifyType().name()),
                "deviceToken", text(device.deviceToken()),
                "createdAt", millis(now),
                "updatedAt", millis(now));
    }

    static Map<String, AttributeValue> claim(Device device) {
        Map<String, AttributeValue> item = new HashMap<>(claimKey(device.deviceToken()));
        item.put("clientId", text(device.id()));
        item.put("owner", text(device.owner()));
        return item;
    }

    /** Hashed, because a token may be longer than a key and is nobody's business in logs of keys. */
    static Map<String, AttributeValue> claimKey(String deviceToken) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(deviceToken.getBytes(StandardCharsets.UTF_8));
            return key("token#" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

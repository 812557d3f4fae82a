package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A device as an item of the DeviceInfo table, which also has claims. */
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
                optional(item, "voipToken"),
                optional(item, "installationId"),
                optional(item, "platform"),
                optional(item, "appVersion"),
                Optional.ofNullable(item.get("expiresAt"))
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.n()))),
                optional(item, "callId")));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    public static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }

    static Map<String, AttributeValue> write(Device device, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(told(device));
        item.put("id", text(device.id()));
        item.put("owner", text(device.owner()));
        // Not "owner", which claims have too: the index by it is to hold devices only.
        item.put("deviceOwner", text(device.owner()));
        item.put("version", number(1));
        item.put("createdAt", millis(now));
        item.put("updatedAt", millis(now));
        return item;
    }

    /** What an app tells of itself at each registration. */
    static Map<String, AttributeValue> told(Device device) {
        Map<String, AttributeValue> item = new HashMap<>(
                Map.of("notifyType", text(device.notifyType().name()), "deviceToken", text(device.deviceToken())));
        device.voipToken().ifPresent(token -> item.put("voipToken", text(token)));
        device.installationId().ifPresent(id -> item.put("installationId", text(id)));
        device.platform().ifPresent(platform -> item.put("platform", text(platform)));
        device.appVersion().ifPresent(version -> item.put("appVersion", text(version)));
        device.expiresAt().ifPresent(end -> item.put("expiresAt", number(end.getEpochSecond())));
        return item;
    }
}

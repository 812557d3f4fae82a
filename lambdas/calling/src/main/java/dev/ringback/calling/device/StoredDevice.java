package dev.ringback.calling.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A device as it was read, and the condition that nobody has registered or removed it since.
 *
 * @param seen what tells so: the version changes with the device's claims, the expiry with each registration
 */
record StoredDevice(Device device, Map<String, AttributeValue> seen) {
    private static final List<String> TELLING = List.of("version", "expiresAt");

    static Optional<StoredDevice> read(Map<String, AttributeValue> item) {
        return DeviceItem.read(item).map(device -> {
            Map<String, AttributeValue> seen = new HashMap<>(item);
            seen.keySet().retainAll(TELLING);
            return new StoredDevice(device, seen);
        });
    }

    String id() {
        return device.id();
    }

    /** Its placeholders begin with {@code seen}. */
    String unchanged() {
        List<String> conditions = new ArrayList<>(List.of("attribute_exists(#deviceToken)"));
        for (String name : TELLING) {
            conditions.add(
                    seen.containsKey(name) ? "#" + name + " = :seen_" + name : "attribute_not_exists(#" + name + ")");
        }
        return String.join(" AND ", conditions);
    }

    Map<String, AttributeValue> values() {
        Map<String, AttributeValue> values = new HashMap<>();
        seen.forEach((name, value) -> values.put(":seen_" + name, value));
        return values;
    }
}

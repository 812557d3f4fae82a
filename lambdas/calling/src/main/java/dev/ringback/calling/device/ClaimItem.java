package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.Sha256;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items that each give a token, or an installation of a user, one device. */
final class ClaimItem {
    private ClaimItem() {}

    /** The ids of all claims of a device, the one that tells best which device it is first. */
    static Set<String> ids(Device device) {
        Set<String> ids = new LinkedHashSet<>();
        device.installationId().ifPresent(id -> ids.add(installation(device.owner(), id)));
        ids.add(token(device.deviceToken()));
        device.voipToken().ifPresent(token -> ids.add(token(token)));
        return ids;
    }

    static String token(String token) {
        return "token#" + Sha256.hex(token);
    }

    static String installation(String owner, String installationId) {
        return "installation#" + Sha256.hex(owner + "#" + installationId);
    }

    static Map<String, AttributeValue> write(String claimId, Device device) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "id", text(claimId),
                "clientId", text(device.id()),
                "owner", text(device.owner())));
        device.expiresAt().ifPresent(end -> item.put("expiresAt", number(end.getEpochSecond())));
        return item;
    }
}

package dev.ringback.calling.device;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is written on a device that stays.
 *
 * @param otherClaims whether it has other tokens, or another installation, than before
 */
record DeviceChange(Device to, boolean otherClaims, Instant now) {
    private static final List<String> OPTIONAL = List.of("voipToken", "installationId", "platform", "appVersion");

    String expression() {
        List<String> sets = new ArrayList<>();
        set().keySet().forEach(name -> sets.add("#" + name + " = :" + name));
        String expression = "SET " + String.join(", ", sets);
        List<String> removed = OPTIONAL.stream()
                .filter(name -> !set().containsKey(name))
                .map(name -> "#" + name)
                .toList();
        if (!removed.isEmpty()) {
            expression += " REMOVE " + String.join(", ", removed);
        }
        return otherClaims ? expression + " ADD #version :one" : expression;
    }

    Map<String, AttributeValue> values() {
        Map<String, AttributeValue> values = new HashMap<>();
        set().forEach((name, value) -> values.put(":" + name, value));
        if (otherClaims) {
            values.put(":one", number(1));
        }
        return values;
    }

    private Map<String, AttributeValue> set() {
        Map<String, AttributeValue> set = DeviceItem.told(to);
        // A device of before there was the index comes into it.
        set.put("deviceOwner", text(to.owner()));
        set.put("updatedAt", millis(now));
        return set;
    }
}

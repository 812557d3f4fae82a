package dev.ringback.calling.dynamodb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as a table's stream shows it to functions. */
public final class StreamImage {
    private StreamImage() {}

    public static ObjectNode of(Map<String, AttributeValue> item) {
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        item.forEach((name, value) -> image.set(name, typed(value)));
        return image;
    }

    private static ObjectNode typed(AttributeValue value) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(value.s()).ifPresent(text -> typed.put("S", text));
        Optional.ofNullable(value.n()).ifPresent(number -> typed.put("N", number));
        if (value.hasL()) {
            ArrayNode list = typed.putArray("L");
            value.l().forEach(element -> list.add(typed(element)));
        }
        if (value.hasM()) {
            typed.set("M", of(value.m()));
        }
        return typed;
    }
}

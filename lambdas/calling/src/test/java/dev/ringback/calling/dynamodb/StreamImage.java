package dev.ringback.calling.dynamodb;

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
        item.forEach((name, value) -> {
            ObjectNode typed = image.putObject(name);
            Optional.ofNullable(value.s()).ifPresent(text -> typed.put("S", text));
            Optional.ofNullable(value.n()).ifPresent(number -> typed.put("N", number));
        });
        return image;
    }
}

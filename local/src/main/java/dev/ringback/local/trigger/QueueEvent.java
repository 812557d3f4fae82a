package dev.ringback.local.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.sqs.Md5;
import dev.ringback.local.sqs.Message;
import dev.ringback.local.sqs.SystemAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages of a queue as Lambda hands them to functions. */
record QueueEvent(String queueArn, String region) {
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] of(List<Message> messages) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        messages.forEach(message -> records.add(item(message)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same with the body taken apart where it is JSON, as filters see it. */
    JsonNode forFilters(Message message) {
        ObjectNode item = item(message);
        try {
            return item.set("body", JSON.readTree(message.body()));
        } catch (JsonProcessingException plainText) {
            return item;
        }
    }

    private ObjectNode item(Message message) {
        ObjectNode item = JSON.createObjectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.receipt())
                .put("body", message.body());
        item.set("attributes", SystemAttributes.of(message));
        ObjectNode attributes = item.putObject("messageAttributes");
        message.attributes()
                .properties()
                .forEach(attribute -> attributes.set(attribute.getKey(), attribute(attribute.getValue())));
        if (!attributes.isEmpty()) {
            item.put("md5OfMessageAttributes", Md5.ofAttributes(message.attributes()));
        }
        return item.put("md5OfBody", Md5.of(message.body()))
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", region);
    }

    private static ObjectNode attribute(JsonNode sent) {
        ObjectNode attribute = JSON.createObjectNode();
        if (sent.has("StringValue")) {
            attribute.set("stringValue", sent.get("StringValue"));
        }
        if (sent.has("BinaryValue")) {
            attribute.set("binaryValue", sent.get("BinaryValue"));
        }
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        attribute.set("dataType", sent.path("DataType"));
        return attribute;
    }
}

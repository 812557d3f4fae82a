package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Values like {@code {"S": "text"}}: as a document has them, as DynamoDB takes them, and as plain JSON. */
final class TypedValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    // Keeps all 38 digits that a number of DynamoDB can have.
    private static final ObjectMapper NUMBERS = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private TypedValue() {}

    static ObjectNode of(String text) {
        return JSON.objectNode().put("S", text);
    }

    static ObjectNode of(long number) {
        return JSON.objectNode().put("N", Long.toString(number));
    }

    static ObjectNode of(boolean flag) {
        return JSON.objectNode().put("BOOL", flag);
    }

    /** Documents may have numbers as numbers and null as null; DynamoDB wants text and {@code true}. */
    static ObjectNode read(JsonNode value, String path) throws Refused {
        if (!value.isObject()) {
            throw Refused.document("Expected JSON object for attribute value '" + path + "' but got a '"
                    + value.getNodeType() + "' instead.");
        }
        if (value.size() != 1) {
            throw Refused.document("Expected one type for attribute value '" + path + "'.");
        }
        var typed = value.properties().iterator().next();
        return JSON.objectNode().set(typed.getKey(), content(typed.getKey(), typed.getValue(), path));
    }

    private static JsonNode content(String type, JsonNode content, String path) throws Refused {
        String here = path + "[" + type + "]";
        return switch (type) {
            case "S", "B", "BOOL" -> content;
            case "N" -> TextNode.valueOf(content.asText());
            case "NULL" -> JSON.booleanNode(true);
            case "SS", "NS", "BS" -> texts(content);
            case "L" -> list(content, here);
            case "M" -> new Document(content, here).typedValues();
            default -> throw Refused.document("Unsupported element '" + here + "'.");
        };
    }

    private static ArrayNode texts(JsonNode content) {
        ArrayNode texts = JSON.arrayNode();
        content.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static ArrayNode list(JsonNode content, String path) throws Refused {
        ArrayNode values = JSON.arrayNode();
        for (Document element : new Document(content, path).elements()) {
            values.add(read(element.node(), element.path()));
        }
        return values;
    }

    /** @param item {@code {"id": {"S": "1"}}}, or missing */
    static JsonNode plainItem(JsonNode item) {
        if (!item.isObject()) {
            return NullNode.getInstance();
        }
        ObjectNode plain = JSON.objectNode();
        item.properties().forEach(entry -> plain.set(entry.getKey(), plain(entry.getValue())));
        return plain;
    }

    static ArrayNode plainItems(Iterable<JsonNode> items) {
        ArrayNode plain = JSON.arrayNode();
        items.forEach(item -> plain.add(plainItem(item)));
        return plain;
    }

    private static JsonNode plain(JsonNode value) {
        var typed = value.properties().iterator().next();
        JsonNode content = typed.getValue();
        return switch (typed.getKey()) {
            case "N" -> number(content.textValue());
            case "NULL" -> NullNode.getInstance();
            case "NS" -> numbers(content);
            case "L" -> plainList(content);
            case "M" -> plainItem(content);
            default -> content;
        };
    }

    private static ArrayNode numbers(JsonNode content) {
        ArrayNode numbers = JSON.arrayNode();
        content.forEach(element -> numbers.add(number(element.textValue())));
        return numbers;
    }

    private static ArrayNode plainList(JsonNode content) {
        ArrayNode list = JSON.arrayNode();
        content.forEach(element -> list.add(plain(element)));
        return list;
    }

    private static JsonNode number(String digits) {
        try {
            return NUMBERS.readTree(digits);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(digits + " is no number.", e);
        }
    }
}

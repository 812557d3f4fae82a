package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A part of a request document; a key that is null counts as left out.
 *
 * @param path where it is, as AppSync's messages have it: {@code $[update]}
 */
record Document(JsonNode node, String path) {
    static Document whole(JsonNode request) throws Refused {
        return new Document(request, "$").object();
    }

    /** Refuses the first key that is not among these. */
    Document only(Collection<String> keys) throws Refused {
        for (var entry : node.properties()) {
            if (!keys.contains(entry.getKey())) {
                throw Refused.document("Unsupported element '" + at(entry.getKey()) + "'.");
            }
        }
        return this;
    }

    Document required(String key) throws Refused {
        return optional(key).orElseThrow(() -> Refused.document("Value for field '" + at(key) + "' not found."));
    }

    Optional<Document> optional(String key) {
        return node.hasNonNull(key) ? Optional.of(new Document(node.get(key), at(key))) : Optional.empty();
    }

    Document object() throws Refused {
        return checked(node.isObject(), "object");
    }

    String text() throws Refused {
        return checked(node.isTextual(), "string").node.textValue();
    }

    boolean flag() throws Refused {
        return checked(node.isBoolean(), "boolean").node.booleanValue();
    }

    long integer() throws Refused {
        boolean whole = node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong();
        return checked(whole, "integer").node.longValue();
    }

    List<Document> elements() throws Refused {
        checked(node.isArray(), "array");
        List<Document> elements = new ArrayList<>();
        node.forEach(element -> elements.add(new Document(element, path + "[" + elements.size() + "]")));
        return elements;
    }

    /** Its entries as typed values of DynamoDB. */
    ObjectNode typedValues() throws Refused {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (var entry : object().node.properties()) {
            values.set(entry.getKey(), TypedValue.read(entry.getValue(), at(entry.getKey())));
        }
        return values;
    }

    private String at(String key) {
        return path + "[" + key + "]";
    }

    private Document checked(boolean fits, String wanted) throws Refused {
        if (!fits) {
            throw Refused.document(
                    "Expected JSON " + wanted + " at '" + path + "' but got a '" + node.getNodeType() + "' instead.");
        }
        return this;
    }
}

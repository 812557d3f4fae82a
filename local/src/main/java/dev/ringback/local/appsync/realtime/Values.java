package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** Compares values of JSON. */
final class Values {
    private Values() {}

    static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** 1 and 1.0 are the same, and so are null and nothing. */
    static boolean same(JsonNode one, JsonNode other) {
        if (absent(one) || absent(other)) {
            return absent(one) && absent(other);
        }
        OptionalInt order = order(one, other);
        return order.isPresent() ? order.getAsInt() == 0 : one.equals(other);
    }

    /** Negative, zero or positive; empty where the two have no order. */
    static OptionalInt order(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return OptionalInt.of(one.decimalValue().compareTo(other.decimalValue()));
        }
        return one.isTextual() && other.isTextual()
                ? OptionalInt.of(one.asText().compareTo(other.asText()))
                : OptionalInt.empty();
    }

    static boolean anyOf(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(item -> same(item, value));
    }
}

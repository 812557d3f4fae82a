package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What reading a table's items came to. */
record Page(ArrayNode items, Optional<String> nextToken, int scannedCount) {
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("items", items);
        json.put("nextToken", nextToken.orElse(null));
        return json.put("scannedCount", scannedCount);
    }

    static Optional<JsonNode> nextKey(JsonNode answer) {
        return Optional.ofNullable(answer.get("LastEvaluatedKey"));
    }
}

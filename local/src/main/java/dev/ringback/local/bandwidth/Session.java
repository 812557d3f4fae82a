package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** A call. */
record Session(String id, Optional<String> tag, Instant createdAt) {
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
        tag.ifPresent(text -> node.put("tag", text));
        return node;
    }
}

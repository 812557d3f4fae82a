package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.dynamodb.StreamPosition;
import dev.ringback.local.state.StateFolder;
import java.util.Optional;

/** How far streams have been read, kept as long as the tables are. */
public final class Checkpoints {
    private static final String STATE = "streams";

    private final StateFolder state;
    private final ObjectNode byMapping;

    public Checkpoints(StateFolder state) {
        this.state = state;
        this.byMapping =
                state.read(STATE).<ObjectNode>map(JsonNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** @param streamArn a table that was made anew has another stream */
    synchronized Optional<StreamPosition> of(String mapping, String streamArn) {
        JsonNode kept = byMapping.path(mapping);
        return kept.path("stream").asText().equals(streamArn)
                ? Optional.of(new StreamPosition.Behind(
                        kept.path("shard").asText(), kept.path("sequenceNumber").asText()))
                : Optional.empty();
    }

    synchronized void put(String mapping, String streamArn, StreamRecord last) {
        byMapping
                .putObject(mapping)
                .put("stream", streamArn)
                .put("shard", last.shard())
                .put("sequenceNumber", last.sequenceNumber());
        state.write(STATE, byMapping);
    }
}

package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The costs of the latest queries and scans, the oldest first. */
public final class ReadCosts {
    private static final Set<String> OPERATIONS = Set.of("Query", "Scan");
    private static final int LONGEST = 1_000;
    private static final String ASKS = "ReturnConsumedCapacity";

    private final Deque<ReadCost> latest = new ArrayDeque<>();

    public synchronized List<ReadCost> latest() {
        return List.copyOf(latest);
    }

    public synchronized void clear() {
        latest.clear();
    }

    /** Whether DynamoDB has to be asked what a request costs, because the client did not. */
    static boolean wants(String operation, JsonNode request) {
        return OPERATIONS.contains(operation) && !request.has(ASKS);
    }

    static ObjectNode asking(JsonNode request) {
        return ((ObjectNode) request.deepCopy()).put(ASKS, "TOTAL");
    }

    /** Notes the cost and takes it out of the answer. */
    synchronized void note(AwsCall call, JsonNode request, ObjectNode answer) {
        JsonNode consumed = answer.remove("ConsumedCapacity");
        String index =
                request.has("IndexName") ? "/index/" + request.path("IndexName").asText() : "";
        if (latest.size() == LONGEST) {
            latest.removeFirst();
        }
        latest.addLast(new ReadCost(
                call.target(),
                request.path("TableName").asText() + index,
                call.principal().name(),
                answer.path("ScannedCount").asInt(),
                consumed == null ? 0 : consumed.path("CapacityUnits").asDouble()));
    }
}

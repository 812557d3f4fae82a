package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** All items, tombstones too. */
record BaseScan(Sender sender, String table) implements Sync.Source {
    private static final String KEY = "key";

    @Override
    public Sync.SyncPage read(Sync.Window window, JsonNode position, long limit, Optional<Expression> filter)
            throws Refused {
        TableRequest request = new TableRequest(table)
                .with("Limit", limit)
                .all("FilterExpression", filter.stream().toList());
        if (position.has(KEY)) {
            request.with("ExclusiveStartKey", position.get(KEY));
        }
        JsonNode answer = sender.send("Scan", request);
        return new Sync.SyncPage(
                answer.path("Items"),
                Page.nextKey(answer)
                        .map(key -> JsonNodeFactory.instance.objectNode().set(KEY, key)),
                answer.path("ScannedCount").asInt());
    }
}

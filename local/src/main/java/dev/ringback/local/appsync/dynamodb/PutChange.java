package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a whole item. */
record PutChange(String table, ObjectNode item) implements Change {
    @Override
    public Attempt attempt(Stamp stamp) {
        ObjectNode stamped = stamp.on(item);
        return new Attempt(
                "PutItem", new TableRequest(table).with("Item", stamped), List.of(stamp.isStill()), _ -> stamped);
    }

    @Override
    public Change mergedInto(ObjectNode server) {
        return new PutChange(table, new Merge().merge(server, item));
    }
}

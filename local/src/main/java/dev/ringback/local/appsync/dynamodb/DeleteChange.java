package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Puts a tombstone in an item's place. */
record DeleteChange(String table, ObjectNode key, Duration kept) implements Change {
    @Override
    public Attempt attempt(Stamp stamp) throws Refused {
        List<Expression> conditions = List.of(stamp.isStill(), exists());
        TableRequest request = new TableRequest(table).with("Key", key);
        if (kept.isZero()) {
            request.with("ReturnValues", "ALL_OLD");
            return new Attempt(
                    "DeleteItem", request, conditions, answer -> tombstone(stamp, UpdateChange.attributes(answer)));
        }
        request.with("ReturnValues", "ALL_NEW").expression("UpdateExpression", update(stamp));
        return new Attempt("UpdateItem", request, conditions, UpdateChange::attributes);
    }

    // An update would make an item that is only a tombstone.
    private Expression exists() {
        return Expression.of("attribute_exists(#appsyncKey)")
                .name("#appsyncKey", key.fieldNames().next());
    }

    private Expression update(Stamp stamp) {
        Expression stamped = stamp.assignment();
        return stamped.withText(
                        "SET " + stamped.text() + ", #appsyncDeleted = :appsyncDeleted, #appsyncTtl = :appsyncTtl")
                .name("#appsyncDeleted", Metadata.DELETED)
                .name("#appsyncTtl", Metadata.TTL)
                .value(":appsyncDeleted", TypedValue.of(true))
                .value(":appsyncTtl", stamp.ttl(kept));
    }

    private ObjectNode tombstone(Stamp stamp, ObjectNode removed) {
        ObjectNode tombstone = stamp.on(removed);
        tombstone.set(Metadata.DELETED, TypedValue.of(true));
        tombstone.set(Metadata.TTL, stamp.ttl(kept));
        return tombstone;
    }

    @Override
    public Change mergedInto(ObjectNode server) throws Refused {
        throw Change.unhandled(server);
    }
}

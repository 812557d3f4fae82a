package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes some attributes of an item. */
record UpdateChange(String table, ObjectNode key, UpdateExpression update) implements Change {
    @Override
    public Attempt attempt(Stamp stamp) throws Refused {
        Expression assignment = stamp.assignment();
        TableRequest request = new TableRequest(table)
                .with("Key", key)
                .with("ReturnValues", "ALL_NEW")
                .placeholders(assignment)
                .expression("UpdateExpression", update.with(assignment));
        return new Attempt("UpdateItem", request, List.of(stamp.isStill()), UpdateChange::attributes);
    }

    static ObjectNode attributes(JsonNode answer) {
        return (ObjectNode) answer.get("Attributes");
    }

    @Override
    public Change mergedInto(ObjectNode server) throws Refused {
        return new PutChange(table, new Merge().merge(server, update.incoming()));
    }
}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.SyncConfig;
import java.util.Optional;
import java.util.Set;

/** Writes to a table without versions. */
final class PlainWrites implements Writes {
    private final TableClient client;
    private final String table;

    PlainWrites(TableClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public JsonNode put(Document document, SyncConfig sync) throws Refused {
        WriteDocument write = WriteDocument.read(document, Set.of("attributeValues"), false);
        ObjectNode item = write.attributeValues().setAll(write.key());
        try {
            send(write, new TableRequest(table).with("Item", item));
        } catch (TableFailure failure) {
            if (!isThereAlready(write, item, failure)) {
                throw refused(failure);
            }
        }
        return TypedValue.plainItem(item);
    }

    @Override
    public JsonNode update(Document document, SyncConfig sync) throws Refused {
        WriteDocument write = WriteDocument.read(document, Set.of("update"), false);
        TableRequest request =
                keyed(write).with("ReturnValues", "ALL_NEW").expression("UpdateExpression", write.update());
        try {
            return TypedValue.plainItem(send(write, request).path("Attributes"));
        } catch (TableFailure failure) {
            throw refused(failure);
        }
    }

    @Override
    public JsonNode delete(Document document, SyncConfig sync) throws Refused {
        WriteDocument write = WriteDocument.read(document, Set.of(), false);
        try {
            JsonNode answer = send(write, keyed(write).with("ReturnValues", "ALL_OLD"));
            return TypedValue.plainItem(answer.path("Attributes"));
        } catch (TableFailure failure) {
            if (conditionFailed(failure) && !failure.body().has("Item")) {
                return NullNode.getInstance();
            }
            throw refused(failure);
        }
    }

    private TableRequest keyed(WriteDocument write) {
        return new TableRequest(table).with("Key", write.key());
    }

    private JsonNode send(WriteDocument write, TableRequest request) throws Refused, TableFailure {
        if (write.condition().isPresent()) {
            request.expression("ConditionExpression", write.condition().get())
                    .with("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
        }
        return client.send(write.operation(), request.json());
    }

    // A condition that fails only because the item is as it was to become is no failure for AppSync.
    private static boolean isThereAlready(WriteDocument write, ObjectNode item, TableFailure failure) throws Refused {
        if (!conditionFailed(failure) || !failure.body().has("Item")) {
            return false;
        }
        ObjectNode stored = failure.body().get("Item").deepCopy();
        ObjectNode wanted = item.deepCopy();
        Optional<Document> ignored = write.document().required("condition").optional("equalsIgnore");
        if (ignored.isPresent()) {
            for (Document attribute : ignored.get().elements()) {
                stored.remove(attribute.text());
                wanted.remove(attribute.text());
            }
        }
        return stored.equals(wanted);
    }

    private static boolean conditionFailed(TableFailure failure) {
        return failure.code().equals("ConditionalCheckFailedException");
    }

    /** The item as it is goes with the failure of a condition. */
    private static Refused refused(TableFailure failure) {
        return Refused.by(failure, TypedValue.plainItem(failure.body().path("Item")));
    }
}

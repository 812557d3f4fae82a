package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TransactGetItems and TransactWriteItems, over any tables that the role opens. */
record Transactions(TableClient client) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REASONS = "cancellationReasons";

    JsonNode get(Document document) throws Refused {
        ArrayNode gets = JSON.arrayNode();
        for (Document item : items(document)) {
            item.only(Set.of("table", "key", "projection"));
            TableRequest get = keyed(item);
            Optional<Document> projection = item.optional("projection");
            if (projection.isPresent()) {
                get.expression("ProjectionExpression", Expression.read(projection.get()));
            }
            gets.addObject().set("Get", get.json());
        }
        JsonNode answer = send("TransactGetItems", gets, "items");
        List<JsonNode> found = new ArrayList<>();
        answer.path("Responses").forEach(response -> found.add(response.path("Item")));
        ObjectNode result = JSON.objectNode();
        result.set("items", TypedValue.plainItems(found));
        return result.putNull(REASONS);
    }

    JsonNode write(Document document) throws Refused {
        ArrayNode writes = JSON.arrayNode();
        List<JsonNode> keys = new ArrayList<>();
        for (Document item : items(document)) {
            keys.add(item.required("key").typedValues());
            writes.add(write(item, item.required("operation").text()));
        }
        send("TransactWriteItems", writes, "keys");
        ObjectNode result = JSON.objectNode();
        result.set("keys", TypedValue.plainItems(keys));
        return result.putNull(REASONS);
    }

    private static ObjectNode write(Document item, String operation) throws Refused {
        return switch (operation) {
            case "PutItem" -> put(item);
            case "UpdateItem" -> update(item);
            case "DeleteItem" -> one("Delete", conditional(item, keyed(item), Set.of()));
            case "ConditionCheck" -> {
                item.required("condition");
                yield one("ConditionCheck", conditional(item, keyed(item), Set.of()));
            }
            default -> throw Refused.document("Unsupported operation '" + operation + "'.");
        };
    }

    private static ObjectNode put(Document item) throws Refused {
        ObjectNode values = item.required("attributeValues")
                .typedValues()
                .setAll(item.required("key").typedValues());
        TableRequest put = new TableRequest(item.required("table").text()).with("Item", values);
        return one("Put", conditional(item, put, Set.of("attributeValues")));
    }

    private static ObjectNode update(Document item) throws Refused {
        TableRequest update = keyed(item).expression("UpdateExpression", Expression.read(item.required("update")));
        return one("Update", conditional(item, update, Set.of("update")));
    }

    private static TableRequest conditional(Document item, TableRequest write, Set<String> own) throws Refused {
        List<String> keys = new ArrayList<>(List.of("operation", "table", "key", "condition"));
        keys.addAll(own);
        item.only(keys);
        Optional<Document> condition = item.optional("condition");
        if (condition.isPresent()) {
            Optional<Document> returned = condition.get().optional("returnValuesOnConditionCheckFailure");
            boolean wanted = returned.isEmpty() || returned.get().flag();
            write.expression("ConditionExpression", Expression.readTransactionCondition(condition.get()))
                    .with("ReturnValuesOnConditionCheckFailure", wanted ? "ALL_OLD" : "NONE");
        }
        return write;
    }

    private static TableRequest keyed(Document item) throws Refused {
        return new TableRequest(item.required("table").text())
                .with("Key", item.required("key").typedValues());
    }

    private static ObjectNode one(String kind, TableRequest write) {
        return JSON.objectNode().set(kind, write.json());
    }

    private static List<Document> items(Document document) throws Refused {
        return document.only(Set.of("operation", "transactItems"))
                .required("transactItems")
                .elements();
    }

    /** @param results what is null if the transaction is cancelled */
    private JsonNode send(String operation, ArrayNode items, String results) throws Refused {
        try {
            return client.send(
                    operation, new TableRequest().with("TransactItems", items).json());
        } catch (TableFailure failure) {
            JsonNode reasons = failure.body().path("CancellationReasons");
            throw reasons.isArray() ? Refused.by(failure, cancelled(results, reasons)) : Refused.by(failure);
        }
    }

    private static ObjectNode cancelled(String results, JsonNode reasons) {
        ObjectNode data = JSON.objectNode().putNull(results);
        ArrayNode all = data.putArray(REASONS);
        for (JsonNode reason : reasons) {
            ObjectNode one = all.addObject();
            one.set("item", TypedValue.plainItem(reason.path("Item")));
            one.put("type", reason.path("Code").textValue());
            one.put("message", reason.path("Message").textValue());
        }
        return data;
    }
}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** BatchGetItem, BatchPutItem and BatchDeleteItem, over any tables that the role opens. */
record Batches(Sender sender) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    JsonNode get(Document document) throws Refused {
        Map<String, List<ObjectNode>> keys = new TreeMap<>();
        ObjectNode items = JSON.objectNode();
        for (var entry : tables(document)) {
            Document table = entry.getValue().object().only(Set.of("keys", "consistentRead", "projection"));
            if (table.optional("projection").isPresent()) {
                throw Refused.notLocally("projection in BatchGetItem");
            }
            keys.put(entry.getKey(), typed(table.required("keys")));
            ObjectNode request = items.putObject(entry.getKey());
            request.putArray("Keys").addAll(keys.get(entry.getKey()));
            Optional<Document> consistent = table.optional("consistentRead");
            if (consistent.isPresent()) {
                request.set(
                        "ConsistentRead", BooleanNode.valueOf(consistent.get().flag()));
            }
        }
        JsonNode answer = sender.send("BatchGetItem", new TableRequest().with("RequestItems", items));
        return answer(
                keys,
                (table, key) -> find(answer.path("Responses").path(table), key),
                "unprocessedKeys",
                table -> answer.path("UnprocessedKeys").path(table).path("Keys"));
    }

    /** In the order of the keys, null where there is no item. */
    private static JsonNode find(JsonNode items, ObjectNode key) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> key.properties().stream()
                        .allMatch(part -> part.getValue().equals(item.get(part.getKey()))))
                .findFirst()
                .orElse(NullNode.getInstance());
    }

    JsonNode put(Document document) throws Refused {
        return write(document, "PutRequest", "Item", "unprocessedItems");
    }

    JsonNode delete(Document document) throws Refused {
        return write(document, "DeleteRequest", "Key", "unprocessedKeys");
    }

    private JsonNode write(Document document, String kind, String content, String unprocessed) throws Refused {
        Map<String, List<ObjectNode>> written = new TreeMap<>();
        ObjectNode requests = JSON.objectNode();
        for (var entry : tables(document)) {
            written.put(entry.getKey(), typed(entry.getValue()));
            ArrayNode ofTable = requests.putArray(entry.getKey());
            written.get(entry.getKey())
                    .forEach(one -> ofTable.addObject().putObject(kind).set(content, one));
        }
        JsonNode answer = sender.send("BatchWriteItem", new TableRequest().with("RequestItems", requests));
        return answer(written, (_, one) -> one, unprocessed, table -> {
            ArrayNode left = JSON.arrayNode();
            answer.path("UnprocessedItems")
                    .path(table)
                    .forEach(request -> left.add(request.path(kind).path(content)));
            return left;
        });
    }

    private interface Found {
        JsonNode item(String table, ObjectNode asked);
    }

    private interface Left {
        Iterable<JsonNode> of(String table);
    }

    private static JsonNode answer(Map<String, List<ObjectNode>> asked, Found found, String unprocessed, Left left) {
        ObjectNode answer = JSON.objectNode();
        ObjectNode data = answer.putObject("data");
        ObjectNode rest = answer.putObject(unprocessed);
        asked.forEach((table, all) -> {
            ArrayNode items = data.putArray(table);
            all.forEach(one -> items.add(TypedValue.plainItem(found.item(table, one))));
            rest.set(table, TypedValue.plainItems(left.of(table)));
        });
        return answer;
    }

    private static List<Map.Entry<String, Document>> tables(Document document) throws Refused {
        Document tables =
                document.only(Set.of("operation", "tables")).required("tables").object();
        List<Map.Entry<String, Document>> all = new ArrayList<>();
        for (var entry : tables.node().properties()) {
            all.add(Map.entry(entry.getKey(), tables.required(entry.getKey())));
        }
        return all;
    }

    private static List<ObjectNode> typed(Document array) throws Refused {
        List<ObjectNode> typed = new ArrayList<>();
        for (Document element : array.elements()) {
            typed.add(element.typedValues());
        }
        return typed;
    }
}

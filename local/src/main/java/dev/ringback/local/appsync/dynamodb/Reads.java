package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** GetItem, Query and Scan. */
final class Reads {
    private static final String START = "ExclusiveStartKey";

    /** DynamoDB has COUNT as well, which AppSync has not. */
    private static final List<String> SELECTIONS =
            List.of("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES");

    private final Sender sender;
    private final String table;
    private final PageTokens tokens;

    Reads(Sender sender, String table, PageTokens tokens) {
        this.sender = sender;
        this.table = table;
        this.tokens = tokens;
    }

    JsonNode get(Document document) throws Refused {
        document.only(Set.of("operation", "key", "consistentRead", "projection"));
        TableRequest request =
                new TableRequest(table).with("Key", document.required("key").typedValues());
        consistent(document, request);
        project(document, request);
        return TypedValue.plainItem(sender.send("GetItem", request).path("Item"));
    }

    JsonNode query(Document document) throws Refused {
        document.only(Set.of(
                "operation",
                "query",
                "index",
                "nextToken",
                "limit",
                "scanIndexForward",
                "consistentRead",
                "select",
                "filter",
                "projection"));
        TableRequest request = new TableRequest(table)
                .expression("KeyConditionExpression", Expression.read(document.required("query")));
        Optional<Document> forward = document.optional("scanIndexForward");
        if (forward.isPresent()) {
            request.with("ScanIndexForward", BooleanNode.valueOf(forward.get().flag()));
        }
        return page("Query", document, request);
    }

    JsonNode scan(Document document) throws Refused {
        document.only(Set.of(
                "operation",
                "index",
                "limit",
                "consistentRead",
                "nextToken",
                "totalSegments",
                "segment",
                "select",
                "filter",
                "projection"));
        TableRequest request = new TableRequest(table);
        integer(document, "totalSegments", request, "TotalSegments");
        integer(document, "segment", request, "Segment");
        return page("Scan", document, request);
    }

    private JsonNode page(String operation, Document document, TableRequest request) throws Refused {
        Optional<Document> index = document.optional("index");
        if (index.isPresent()) {
            request.with("IndexName", index.get().text());
        }
        integer(document, "limit", request, "Limit");
        consistent(document, request);
        select(document, request);
        project(document, request);
        filter(document, request);
        String query = operation
                + table
                + document.node().path("index")
                + document.node().path("query");
        Optional<Document> token = document.optional("nextToken");
        if (token.isPresent()) {
            request.with(START, tokens.open(query, token.get().text()));
        }
        JsonNode answer = sender.send(operation, request);
        return new Page(
                        TypedValue.plainItems(answer.path("Items")),
                        Page.nextKey(answer).map(key -> tokens.seal(query, key)),
                        answer.path("ScannedCount").asInt())
                .json();
    }

    private static void select(Document document, TableRequest request) throws Refused {
        Optional<Document> select = document.optional("select");
        if (select.isEmpty()) {
            return;
        }
        String attributes = select.get().text();
        if (!SELECTIONS.contains(attributes)) {
            throw Refused.badRequest("select must be one of " + String.join(", ", SELECTIONS) + ".");
        }
        request.with("Select", attributes);
    }

    private static void filter(Document document, TableRequest request) throws Refused {
        Optional<Document> filter = document.optional("filter");
        if (filter.isPresent()) {
            request.expression("FilterExpression", Expression.read(filter.get()));
        }
    }

    private static void project(Document document, TableRequest request) throws Refused {
        Optional<Document> projection = document.optional("projection");
        if (projection.isPresent()) {
            request.expression("ProjectionExpression", Expression.read(projection.get()));
        }
    }

    private static void consistent(Document document, TableRequest request) throws Refused {
        Optional<Document> consistent = document.optional("consistentRead");
        if (consistent.isPresent()) {
            request.with("ConsistentRead", BooleanNode.valueOf(consistent.get().flag()));
        }
    }

    private static void integer(Document document, String key, TableRequest request, String parameter) throws Refused {
        Optional<Document> number = document.optional(key);
        if (number.isPresent()) {
            request.with(parameter, number.get().integer());
        }
    }
}

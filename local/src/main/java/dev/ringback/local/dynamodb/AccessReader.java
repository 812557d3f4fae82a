package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsFailure;
import java.util.ArrayList;
import java.util.List;

/** Works out what a request touches; it needs a permission for each. */
final class AccessReader {
    private static final String SERVICE = "dynamodb:";

    private final Account account;

    AccessReader(Account account) {
        this.account = account;
    }

    List<Access> read(String operation, JsonNode request) {
        return switch (operation) {
            case "TransactWriteItems", "TransactGetItems" -> transaction(request);
            case "BatchGetItem", "BatchWriteItem" -> batch(operation, request);
            case "Query", "Scan" -> List.of(new Access(SERVICE + operation, tableOrIndex(request)));
            // It belongs to no table and no stream, whatever it asks for.
            case "ListStreams" -> List.of(new Access(SERVICE + operation, "*"));
            case "GetRecords" -> List.of(new Access(SERVICE + operation, streamOf(request)));
            // A statement is a text of its own language; what it touches is not worked out.
            case "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction" ->
                throw new AwsFailure(
                        400, "UnknownOperationException", "The local runtime does not run PartiQL statements.");
            default -> List.of(new Access(SERVICE + operation, target(request)));
        };
    }

    // A transaction is allowed by what its items do, not by an action of its own.
    private List<Access> transaction(JsonNode request) {
        List<Access> accesses = new ArrayList<>();
        for (JsonNode item : request.path("TransactItems")) {
            item.properties()
                    .forEach(kind -> accesses.add(new Access(itemAction(kind.getKey()), table(kind.getValue()))));
        }
        return accesses;
    }

    private static String itemAction(String kind) {
        return SERVICE + (kind.equals("ConditionCheck") ? "ConditionCheckItem" : kind + "Item");
    }

    private List<Access> batch(String operation, JsonNode request) {
        List<Access> accesses = new ArrayList<>();
        request.path("RequestItems")
                .fieldNames()
                .forEachRemaining(table -> accesses.add(new Access(SERVICE + operation, tableArn(table))));
        return accesses;
    }

    private String tableOrIndex(JsonNode request) {
        return request.has("IndexName")
                ? table(request) + "/index/" + request.path("IndexName").asText()
                : table(request);
    }

    private String target(JsonNode request) {
        if (request.has("TableName")) {
            return table(request);
        }
        return request.path("StreamArn").asText(request.path("ResourceArn").asText("*"));
    }

    private static String streamOf(JsonNode request) {
        return request.path("ShardIterator").asText().split("\\|", 2)[0];
    }

    private String table(JsonNode request) {
        return tableArn(request.path("TableName").asText());
    }

    /** @param table its name or its ARN */
    private String tableArn(String table) {
        return table.startsWith("arn:") ? table : account.arn("dynamodb", "table/" + table);
    }
}

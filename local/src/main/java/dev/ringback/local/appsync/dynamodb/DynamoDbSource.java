package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Clock;
import java.util.Optional;

/** A DynamoDB table as resolvers see it. */
public final class DynamoDbSource implements DataSource {
    private final Optional<Sync> sync;
    private final Writes writes;
    private final Reads reads;
    private final Batches batches;
    private final Transactions transactions;

    /**
     * @param table its name
     * @param delta empty if the data source is not versioned
     */
    public DynamoDbSource(TableClient client, String table, Optional<DeltaSync> delta, Clock clock) {
        Sender sender = new Sender(client);
        PageTokens tokens = new PageTokens(table);
        this.reads = new Reads(sender, table, tokens);
        this.batches = new Batches(sender);
        this.transactions = new Transactions(client);
        this.sync = delta.map(log -> new Sync(sender, table, log, new DeltaLog(client, table, log), tokens, clock));
        this.writes = delta.<Writes>map(log -> new VersionedWrites(client, table, log, clock))
                .orElseGet(() -> new PlainWrites(client, table));
    }

    @Override
    public DataSourceAnswer run(JsonNode request, SyncConfig conflicts) {
        try {
            Document document = Document.whole(request);
            return new DataSourceAnswer.Result(
                    run(document, document.required("operation").text(), conflicts));
        } catch (Refused refused) {
            return refused.failure();
        }
    }

    private JsonNode run(Document document, String operation, SyncConfig conflicts) throws Refused {
        return switch (operation) {
            case "GetItem" -> reads.get(document);
            case "Query" -> reads.query(document);
            case "Scan" -> reads.scan(document);
            case "PutItem" -> writes.put(document, conflicts);
            case "UpdateItem" -> writes.update(document, conflicts);
            case "DeleteItem" -> writes.delete(document, conflicts);
            case "BatchGetItem" -> batches.get(document);
            case "TransactGetItems" -> transactions.get(document);
            default -> sync.isPresent() ? runVersioned(document, operation, sync.get()) : runPlain(document, operation);
        };
    }

    private static JsonNode runVersioned(Document document, String operation, Sync sync) throws Refused {
        if (operation.equals("Sync")) {
            return sync.run(document);
        }
        throw new Refused(
                "UnsupportedOperation",
                "Unsupported operation '" + operation
                        + "'. Datasource Versioning only supports the following operations"
                        + " (TransactGetItems,PutItem,BatchGetItem,Scan,Query,GetItem,DeleteItem,UpdateItem,Sync)");
    }

    private JsonNode runPlain(Document document, String operation) throws Refused {
        return switch (operation) {
            case "BatchPutItem" -> batches.put(document);
            case "BatchDeleteItem" -> batches.delete(document);
            case "TransactWriteItems" -> transactions.write(document);
            default -> throw new Refused("UnsupportedOperation", "Unsupported operation '" + operation + "'.");
        };
    }
}

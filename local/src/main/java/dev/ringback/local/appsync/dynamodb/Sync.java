package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The operation Sync: all items, or what changed since another Sync started. */
final class Sync {
    private static final String NEXT_TOKEN = "nextToken";
    private static final String STARTED_AT = "startedAt";
    private static final long DEFAULT_LIMIT = 100;
    private static final long MAX_LIMIT = 1000;

    /**
     * A write takes its time before it is in the tables, so a sync may miss one that is older than itself; the next one
     * looks back for it. Clients keep the highest version, so whatever comes twice does no harm.
     */
    private static final Duration LOOK_BACK = Duration.ofSeconds(1);

    private final BaseScan base;
    private final DeltaQuery changes;
    private final DeltaSync delta;
    private final PageTokens tokens;
    private final Clock clock;

    Sync(Sender sender, String table, DeltaSync delta, DeltaLog log, PageTokens tokens, Clock clock) {
        this.base = new BaseScan(sender, table);
        this.changes = new DeltaQuery(sender, delta.table(), log);
        this.delta = delta;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Reads one page, from a position that an earlier page left. */
    interface Source {
        SyncPage read(Window window, JsonNode position, long limit, Optional<Expression> filter) throws Refused;
    }

    /** @param next an object that its source understands; empty after the last page */
    record SyncPage(Iterable<JsonNode> items, Optional<ObjectNode> next, int scannedCount) {}

    /** @param since where to start among the changes */
    record Window(Instant since, Instant startedAt) {}

    JsonNode run(Document document) throws Refused {
        document.only(
                Set.of("operation", "limit", NEXT_TOKEN, "lastSync", "filter", "basePartitionKey", "deltaIndexName"));
        for (String key : Set.of("basePartitionKey", "deltaIndexName")) {
            if (document.optional(key).isPresent()) {
                throw Refused.notLocally(key);
            }
        }
        long lastSync = integer(document, "lastSync", 0);
        String query = "Sync" + lastSync;
        JsonNode position = position(document, query);
        Instant last = Instant.ofEpochMilli(lastSync);
        Instant startedAt = Instant.ofEpochMilli(position.path(STARTED_AT).asLong(clock.millis()));
        Window window = new Window(last.minus(LOOK_BACK), startedAt);
        SyncPage page = source(last, startedAt).read(window, position, limit(document), filter(document));
        return answer(page, window, query);
    }

    private JsonNode position(Document document, String query) throws Refused {
        Optional<Document> token = document.optional(NEXT_TOKEN);
        return token.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : tokens.open(query, token.get().text());
    }

    private Source source(Instant lastSync, Instant startedAt) {
        return lastSync.isBefore(startedAt.minus(delta.deltaTtl())) ? base : changes;
    }

    private static long limit(Document document) throws Refused {
        long limit = integer(document, "limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refused.badRequest("limit must be from 1 to " + MAX_LIMIT + ".");
        }
        return limit;
    }

    private static long integer(Document document, String key, long otherwise) throws Refused {
        Optional<Document> number = document.optional(key);
        return number.isEmpty() ? otherwise : number.get().integer();
    }

    private static Optional<Expression> filter(Document document) throws Refused {
        Optional<Document> filter = document.optional("filter");
        return filter.isEmpty() ? Optional.empty() : Optional.of(Expression.read(filter.get()));
    }

    private JsonNode answer(SyncPage page, Window window, String query) {
        long startedAt = window.startedAt().toEpochMilli();
        Optional<String> next = page.next().map(position -> tokens.seal(query, position.put(STARTED_AT, startedAt)));
        return new Page(TypedValue.plainItems(page.items()), next, page.scannedCount())
                .json()
                .put(STARTED_AT, startedAt);
    }
}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed since the last sync, in the order of the changes, one query a day. */
final class DeltaQuery implements Sync.Source {
    private static final String DAY = "day";
    private static final String KEY = "key";

    private final Sender sender;
    private final String table;
    private final DeltaLog log;

    DeltaQuery(Sender sender, String table, DeltaLog log) {
        this.sender = sender;
        this.table = table;
        this.log = log;
    }

    @Override
    public Sync.SyncPage read(Sync.Window window, JsonNode position, long limit, Optional<Expression> filter)
            throws Refused {
        LocalDate day = position.has(DAY) ? LocalDate.parse(position.get(DAY).asText()) : DeltaLog.day(window.since());
        LocalDate lastDay = DeltaLog.day(window.startedAt());
        Optional<JsonNode> key = Optional.ofNullable(position.get(KEY));
        List<JsonNode> items = new ArrayList<>();
        int scanned = 0;
        while (!day.isAfter(lastDay) && scanned < limit) {
            JsonNode answer = sender.send("Query", request(window, day, key, limit - scanned, filter));
            answer.path("Items").forEach(row -> items.add(item(row)));
            scanned += answer.path("ScannedCount").asInt();
            key = Page.nextKey(answer);
            day = key.isEmpty() ? day.plusDays(1) : day;
        }
        return new Sync.SyncPage(
                items, day.isAfter(lastDay) ? Optional.empty() : Optional.of(position(day, key)), scanned);
    }

    private TableRequest request(
            Sync.Window window, LocalDate day, Optional<JsonNode> key, long limit, Optional<Expression> filter)
            throws Refused {
        List<Expression> filters = new ArrayList<>(filter.stream().toList());
        filters.add(notExpired(window));
        TableRequest request = new TableRequest(table)
                .expression("KeyConditionExpression", range(window, day))
                .with("Limit", limit)
                .all("FilterExpression", filters);
        key.ifPresent(start -> request.with("ExclusiveStartKey", start));
        return request;
    }

    private Expression range(Sync.Window window, LocalDate day) {
        Expression wholeDay = Expression.of("#appsyncDay = :appsyncDay")
                .name("#appsyncDay", DeltaLog.DAY)
                .value(":appsyncDay", TypedValue.of(log.partition(day)));
        if (day.isAfter(DeltaLog.day(window.since()))) {
            return wholeDay;
        }
        return wholeDay.withText(wholeDay.text() + " AND #appsyncChange >= :appsyncSince")
                .name("#appsyncChange", DeltaLog.CHANGE)
                .value(":appsyncSince", TypedValue.of(DeltaLog.time(window.since())));
    }

    // DynamoDB removes expired rows some time later, not at once.
    private static Expression notExpired(Sync.Window window) {
        return Expression.of("#appsyncTtl >= :appsyncStart")
                .name("#appsyncTtl", Metadata.TTL)
                .value(":appsyncStart", TypedValue.of(window.startedAt().getEpochSecond()));
    }

    private static JsonNode item(JsonNode row) {
        return ((ObjectNode) row).without(List.of(DeltaLog.DAY, DeltaLog.CHANGE));
    }

    private static ObjectNode position(LocalDate day, Optional<JsonNode> key) {
        ObjectNode position = JsonNodeFactory.instance.objectNode().put(DAY, day.toString());
        key.ifPresent(start -> position.set(KEY, start));
        return position;
    }
}

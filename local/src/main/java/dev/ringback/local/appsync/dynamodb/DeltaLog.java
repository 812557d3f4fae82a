package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;

/** The rows of the delta table: a copy of each item after each change of it, in partitions of a day. */
final class DeltaLog {
    static final String DAY = "ds_pk";
    static final String CHANGE = "ds_sk";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final TableClient client;
    private final String baseTable;
    private final DeltaSync delta;

    DeltaLog(TableClient client, String baseTable, DeltaSync delta) {
        this.client = client;
        this.baseTable = baseTable;
        this.delta = delta;
    }

    void add(ObjectNode key, ObjectNode item, Stamp stamp) throws Refused {
        ObjectNode row = item.deepCopy();
        row.set(DAY, TypedValue.of(partition(day(stamp.at()))));
        row.set(CHANGE, TypedValue.of(time(stamp.at()) + ":" + text(key) + ":" + stamp.version()));
        row.set(Metadata.TTL, stamp.ttl(delta.deltaTtl()));
        try {
            client.send(
                    "PutItem", new TableRequest(delta.table()).with("Item", row).json());
        } catch (TableFailure failure) {
            throw new Refused("DeltaSyncWriteError", Refused.message(failure));
        }
    }

    String partition(LocalDate day) {
        return baseTable + ":" + day;
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String text(ObjectNode key) {
        StringJoiner parts = new StringJoiner(":");
        for (JsonNode value : key) {
            parts.add(value.elements().next().asText());
        }
        return parts.toString();
    }
}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Writes to a versioned table. */
final class VersionedWrites implements Writes {
    private final String table;
    private final DeltaSync delta;
    private final ChangeLoop loop;

    VersionedWrites(TableClient client, String table, DeltaSync delta, Clock clock) {
        this.table = table;
        this.delta = delta;
        this.loop = new ChangeLoop(client, new DeltaLog(client, table, delta), clock);
    }

    @Override
    public JsonNode put(Document document, SyncConfig sync) throws Refused {
        WriteDocument write = WriteDocument.read(document, Set.of("attributeValues"), true);
        ObjectNode item = write.attributeValues();
        Metadata.refuse(item::fieldNames);
        item.setAll(write.key());
        Optional<Long> version = write.version();
        // Without a version there is nothing that could be outdated; only the condition counts.
        SyncConfig conflicts = version.isEmpty() ? SyncConfig.NONE : sync;
        return loop.run(write, new PutChange(table, item), version.orElse(0L), conflicts);
    }

    @Override
    public JsonNode update(Document document, SyncConfig sync) throws Refused {
        WriteDocument write = WriteDocument.read(document, Set.of("update"), true);
        UpdateExpression update = UpdateExpression.parse(write.update());
        Metadata.refuse(update.targets());
        return loop.run(write, new UpdateChange(table, write.key(), update), write.requiredVersion(), sync);
    }

    @Override
    public JsonNode delete(Document document, SyncConfig sync) throws Refused {
        WriteDocument write = WriteDocument.read(document, Set.of(), true);
        Change change = new DeleteChange(table, write.key(), delta.baseTtl());
        return loop.run(write, change, write.requiredVersion(), sync);
    }
}

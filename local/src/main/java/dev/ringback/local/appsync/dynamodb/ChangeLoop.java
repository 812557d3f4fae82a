package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tries a change until it is written, merged and written, or refused. */
final class ChangeLoop {
    private static final int ATTEMPTS = 10;

    private final TableClient client;
    private final DeltaLog log;
    private final Clock clock;

    ChangeLoop(TableClient client, DeltaLog log, Clock clock) {
        this.client = client;
        this.log = log;
        this.clock = clock;
    }

    /** @param version that of the item which the change was meant for, 0 for none */
    JsonNode run(WriteDocument write, Change change, long version, SyncConfig sync) throws Refused {
        Change next = change;
        long expected = version;
        for (int attempts = 0; attempts < ATTEMPTS; attempts++) {
            Stamp stamp = new Stamp(expected, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            switch (attempt(write, next, stamp)) {
                case Written written -> {
                    log.add(write.key(), written.item(), stamp);
                    return TypedValue.plainItem(written.item());
                }
                case Prevented prevented -> {
                    // The same version: it is the resolver's own condition that does not hold.
                    long stored = Metadata.version(prevented.server());
                    if (stored == expected) {
                        throw conditionFailed(prevented.message());
                    }
                    next = resolved(change, prevented.server(), sync);
                    expected = stored;
                }
            }
        }
        throw new Refused("MaxConflicts", "The item kept changing: " + ATTEMPTS + " attempts met another version.");
    }

    private sealed interface Outcome {}

    private record Written(ObjectNode item) implements Outcome {}

    private record Prevented(ObjectNode server, String message) implements Outcome {}

    private Outcome attempt(WriteDocument write, Change change, Stamp stamp) throws Refused {
        Attempt attempt = change.attempt(stamp);
        List<Expression> conditions = new ArrayList<>(attempt.conditions());
        write.condition().ifPresent(conditions::add);
        ObjectNode request = attempt.request()
                .all("ConditionExpression", conditions)
                .with("ReturnValuesOnConditionCheckFailure", "ALL_OLD")
                .json();
        try {
            return new Written(attempt.written().apply(client.send(attempt.operation(), request)));
        } catch (TableFailure failure) {
            return prevented(failure);
        }
    }

    private static Prevented prevented(TableFailure failure) throws Refused {
        if (!failure.code().equals("ConditionalCheckFailedException")) {
            throw Refused.by(failure);
        }
        if (!(failure.body().path("Item") instanceof ObjectNode server)) {
            throw conditionFailed("No existing item found in the data source : " + Refused.message(failure));
        }
        return new Prevented(server, Refused.message(failure));
    }

    // A versioned data source has the bare name, without "DynamoDB:".
    private static Refused conditionFailed(String message) {
        return new Refused("ConditionalCheckFailedException", message);
    }

    private static Change resolved(Change change, ObjectNode server, SyncConfig sync) throws Refused {
        if (sync == SyncConfig.NONE) {
            return change;
        }
        if (sync == SyncConfig.OPTIMISTIC_CONCURRENCY || Metadata.isDeleted(server)) {
            throw Change.unhandled(server);
        }
        return change.mergedInto(server);
    }
}

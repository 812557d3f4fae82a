package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Clock;
import java.util.Optional;

/** A DynamoDB table as resolvers see it. */
public final class DynamoDbSource implements DataSource {
    /**
     * @param table its name
     * @param delta empty if the data source is not versioned
     */
    public DynamoDbSource(TableClient client, String table, Optional<DeltaSync> delta, Clock clock) {}

    @Override
    public DataSourceAnswer run(JsonNode request, SyncConfig sync) {
        throw new UnsupportedOperationException();
    }
}

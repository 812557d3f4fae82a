package dev.ringback.local.appsync.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.SyncConfig;

/** The data source {@code NONE}: gives back the payload. */
final class NoSource implements DataSource {
    @Override
    public DataSourceAnswer run(JsonNode request, SyncConfig sync) {
        return new DataSourceAnswer.Result(request.has("payload") ? request.get("payload") : NullNode.instance);
    }
}

package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;

/** What a resolver's request document is run against. */
public interface DataSource {
    /**
     * @param request what the handler {@code request} returned
     * @param sync how the resolver or function resolves conflicts
     */
    DataSourceAnswer run(JsonNode request, SyncConfig sync);
}

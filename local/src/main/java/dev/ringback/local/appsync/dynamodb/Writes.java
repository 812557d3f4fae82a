package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.SyncConfig;

/** The documents that write one item. */
interface Writes {
    JsonNode put(Document document, SyncConfig sync) throws Refused;

    JsonNode update(Document document, SyncConfig sync) throws Refused;

    JsonNode delete(Document document, SyncConfig sync) throws Refused;
}

package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** DynamoDB, as the data source's role may use it. */
public interface TableClient {
    /** @param operation {@code PutItem} */
    JsonNode send(String operation, ObjectNode request) throws TableFailure;
}

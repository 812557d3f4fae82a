package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** DynamoDB Streams, as one reader uses it. */
interface StreamApi {
    /** @throws StreamFailure when DynamoDB refuses */
    JsonNode send(String operation, ObjectNode request);
}

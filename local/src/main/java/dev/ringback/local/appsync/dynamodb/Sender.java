package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;

/** Sends what has no refusal of its own kind. */
record Sender(TableClient client) {
    JsonNode send(String operation, TableRequest request) throws Refused {
        try {
            return client.send(operation, request.json());
        } catch (TableFailure failure) {
            throw Refused.by(failure);
        }
    }
}

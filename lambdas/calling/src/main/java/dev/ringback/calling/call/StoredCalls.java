package dev.ringback.calling.call;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads single calls as they are now. */
record StoredCalls(DynamoDbClient dynamoDb, String table) {
    /** Empty also for a request's pin. */
    Optional<Call> find(String callId) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        get -> get.tableName(table).key(CallItem.key(callId)).consistentRead(true))
                .item();
        return item.containsKey("state") ? Optional.of(CallItem.read(item)) : Optional.empty();
    }
}

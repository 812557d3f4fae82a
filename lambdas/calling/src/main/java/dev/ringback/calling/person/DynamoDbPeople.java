package dev.ringback.calling.person;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** People in the table that the GraphQL API writes. */
public final class DynamoDbPeople implements People {
    private static final String READ = "#owner, #clientId, #_deleted";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbPeople(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Person> find(String personId) {
        Map<String, AttributeValue> item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of("id", text(personId)))
                        .projectionExpression(READ)
                        .expressionAttributeNames(names(READ)))
                .item();
        return isGone(item)
                ? Optional.empty()
                : Optional.of(
                        new Person(item.get("owner").s(), item.get("clientId").s()));
    }

    private static boolean isGone(Map<String, AttributeValue> item) {
        return !item.containsKey("owner")
                || !item.containsKey("clientId")
                || item.containsKey("_deleted")
                        && Boolean.TRUE.equals(item.get("_deleted").bool());
    }
}

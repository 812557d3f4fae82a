package dev.ringback.calling.person;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.account.OwnedPeople;
import dev.ringback.calling.account.OwnedPerson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The people of a user from an index of the People table. */
public final class DynamoDbOwnedPeople implements OwnedPeople {
    private static final String OF_OWNER = "#owner = :owner";
    private static final int MOST = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbOwnedPeople(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<OwnedPerson> of(String owner) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName("byOwner")
                        .keyConditionExpression(OF_OWNER)
                        .expressionAttributeNames(names(OF_OWNER))
                        .expressionAttributeValues(Map.of(":owner", text(owner)))
                        .limit(MOST))
                .items()
                .stream()
                .map(item -> stored(item.get("id").s()))
                .filter(item -> item.containsKey("owner"))
                .map(DynamoDbOwnedPeople::person)
                .toList();
    }

    private Map<String, AttributeValue> stored(String id) {
        return dynamoDb.getItem(
                        get -> get.tableName(table).key(Map.of("id", text(id))).consistentRead(true))
                .item();
    }

    private static OwnedPerson person(Map<String, AttributeValue> item) {
        Map<String, String> fields = new TreeMap<>();
        item.forEach((name, value) -> fields.put(name, plain(value)));
        return new OwnedPerson(item.get("id").s(), fields);
    }

    private static String plain(AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        }
        return value.n() != null ? value.n() : String.valueOf(value.bool());
    }
}

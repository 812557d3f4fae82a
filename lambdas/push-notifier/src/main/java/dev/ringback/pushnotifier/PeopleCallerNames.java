package dev.ringback.pushnotifier;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Names from the people directory's table, by its index of clientIds and owners. */
public final class PeopleCallerNames implements CallerNames {
    private static final int LONGEST = 80;
    /** An owner's deleted records of this clientId are still there for a while and may fill pages; nobody waits for many. */
    private static final int PAGES = 3;

    private static final int PAGE_SIZE = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String index;

    public PeopleCallerNames(DynamoDbClient dynamoDb, String table, String index) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.index = index;
    }

    @Override
    public Optional<String> nameOf(String callerId, String owner) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(index)
                // The owner is a key, so that strangers who claim the same clientId do not even cost a read.
                .keyConditionExpression("clientId = :clientId AND #owner = :owner")
                .filterExpression("attribute_not_exists(#deleted) OR #deleted = :false")
                .limit(PAGE_SIZE)
                .projectionExpression("firstName, lastName")
                .expressionAttributeNames(Map.of("#owner", "owner", "#deleted", "_deleted"))
                .expressionAttributeValues(Map.of(
                        ":clientId", AttributeValue.fromS(callerId),
                        ":owner", AttributeValue.fromS(owner),
                        ":false", AttributeValue.fromBool(false)))
                .build();
        return dynamoDb.queryPaginator(query).stream()
                .limit(PAGES)
                .flatMap(page -> page.items().stream())
                .map(PeopleCallerNames::name)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static String name(Map<String, AttributeValue> person) {
        return Stream.of("firstName", "lastName")
                .map(person::get)
                .filter(part -> part != null && part.s() != null)
                .map(part -> presentable(part.s()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), PeopleCallerNames::shortened));
    }

    /** Without line breaks, and without the marks that turn the direction of the text after them. */
    private static String presentable(String text) {
        return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\s]+", " ")
                .strip();
    }

    private static String shortened(String name) {
        int[] letters = name.codePoints().limit(LONGEST).toArray();
        return new String(letters, 0, letters.length).strip();
    }
}

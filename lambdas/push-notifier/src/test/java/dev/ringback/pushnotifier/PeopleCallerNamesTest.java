package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.dynamodb.LocalTables;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@ExtendWith(LocalTables.class)
class PeopleCallerNamesTest {
    private static final String INDEX = "byClientId";

    private final String table = "people-" + UUID.randomUUID();
    private final DynamoDbClient dynamoDb;
    private final CallerNames names;

    PeopleCallerNamesTest(LocalTables.Tables tables) {
        dynamoDb = tables.dynamoDb();
        names = new PeopleCallerNames(dynamoDb, table, INDEX);
    }

    @BeforeEach
    void createPeople() {
        dynamoDb.createTable(people -> people.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("id", KeyType.HASH))
                .attributeDefinitions(text("id"), text("clientId"), text("owner"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(INDEX)
                        .keySchema(key("clientId", KeyType.HASH), key("owner", KeyType.RANGE))
                        .projection(projection -> projection
                                .projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes("firstName", "lastName", "_deleted"))
                        .build()));
    }

    @Test
    void joinsFirstAndLastName() {
        put("ada", "Ada", "Lovelace");
        assertThat(names.nameOf("client-1", "ada")).contains("Ada Lovelace");
    }

    @Test
    void makesDoWithOneOfThem() {
        put("ada", "Ada", "");
        assertThat(names.nameOf("client-1", "ada")).contains("Ada");
    }

    @Test
    void knowsNobodyWhoIsNotInTheDirectory() {
        assertThat(names.nameOf("client-1", "ada")).isEmpty();
    }

    @Test
    void passesOverARecordOfSomebodyElse() {
        put("mallory", "Your", "Bank");
        assertThat(names.nameOf("client-1", "ada")).isEmpty();
    }

    @Test
    void findsTheOwnersRecordAmongOthers() {
        put("mallory", "Your", "Bank");
        put("ada", "Ada", "Lovelace");
        put("eve", "The", "Police");
        assertThat(names.nameOf("client-1", "ada")).contains("Ada Lovelace");
    }

    @Test
    void findsTheOwnersRecordHoweverManyOthersClaimTheClientId() {
        for (int i = 0; i < 100; i++) {
            put("aaa-" + i, "Your", "Bank");
        }
        put("ada", "Ada", "Lovelace");
        assertThat(names.nameOf("client-1", "ada")).contains("Ada Lovelace");
    }

    @Test
    void passesOverADeletedRecord() {
        put("ada", "Ada", "Lovelace", Map.of("_deleted", AttributeValue.fromBool(true)));
        assertThat(names.nameOf("client-1", "ada")).isEmpty();
    }

    @Test
    void takesARecordThatWasNotDeleted() {
        put("ada", "Ada", "Lovelace", Map.of("_deleted", AttributeValue.fromBool(false)));
        assertThat(names.nameOf("client-1", "ada")).contains("Ada Lovelace");
    }

    @Test
    void passesOverARecordWithoutAName() {
        put("ada", " ", "\n");
        assertThat(names.nameOf("client-1", "ada")).isEmpty();
    }

    @Test
    void keepsANameOnOneLineInOneDirection() {
        put("ada", "Ada\r\n\tMaria", "\u202ELovelace");
        assertThat(names.nameOf("client-1", "ada")).contains("Ada Maria Lovelace");
    }

    @Test
    void shortensALongNameBetweenLetters() {
        put("ada", "😀".repeat(200), "x");
        assertThat(names.nameOf("client-1", "ada")).contains("😀".repeat(80));
    }

    private void put(String owner, String firstName, String lastName) {
        put(owner, firstName, lastName, Map.of());
    }

    private void put(String owner, String firstName, String lastName, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> item = new HashMap<>(more);
        item.put("id", AttributeValue.fromS(UUID.randomUUID().toString()));
        item.put("clientId", AttributeValue.fromS("client-1"));
        item.put("owner", AttributeValue.fromS(owner));
        item.put("firstName", AttributeValue.fromS(firstName));
        item.put("lastName", AttributeValue.fromS(lastName));
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}

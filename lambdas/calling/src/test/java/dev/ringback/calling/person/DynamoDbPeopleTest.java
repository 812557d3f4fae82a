package dev.ringback.calling.person;

import static dev.ringback.calling.dynamodb.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalTables.class)
class DynamoDbPeopleTest {
    private final Tables tables;
    private final DynamoDbPeople people;

    DynamoDbPeopleTest(Tables tables) {
        this.tables = tables;
        // Has the same key.
        people = new DynamoDbPeople(tables.dynamoDb(), tables.devices());
    }

    @Test
    void findsAPerson() {
        put(bob());

        assertThat(people.find("person-1")).contains(new Person("bob", "bobs-phone"));
    }

    @Test
    void findsAPersonThatIsNotDeleted() {
        put(with("_deleted", AttributeValue.fromBool(false)));

        assertThat(people.find("person-1")).isPresent();
    }

    @Test
    void findsNobodyDeleted() {
        put(with("_deleted", AttributeValue.fromBool(true)));

        assertThat(people.find("person-1")).isEmpty();
    }

    @Test
    void findsNobodyUnknown() {
        assertThat(people.find("person-1")).isEmpty();
    }

    @Test
    void findsNobodyWithoutAnOwner() {
        Map<String, AttributeValue> item = bob();
        item.remove("owner");
        put(item);

        assertThat(people.find("person-1")).isEmpty();
    }

    private void put(Map<String, AttributeValue> item) {
        tables.dynamoDb().putItem(put -> put.tableName(tables.devices()).item(item));
    }

    private static Map<String, AttributeValue> with(String name, AttributeValue value) {
        Map<String, AttributeValue> item = bob();
        item.put(name, value);
        return item;
    }

    private static Map<String, AttributeValue> bob() {
        return new HashMap<>(Map.of(
                "id", text("person-1"),
                "owner", text("bob"),
                "clientId", text("bobs-phone"),
                "firstName", text("Bob"),
                "lastName", text("Miller")));
    }
}

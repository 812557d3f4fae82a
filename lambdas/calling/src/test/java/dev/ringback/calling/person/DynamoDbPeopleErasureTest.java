package dev.ringback.calling.person;

import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.calling.account.OwnedPerson;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The people of a user in tables as AppSync writes them. */
@ExtendWith(LocalTables.class)
class DynamoDbPeopleErasureTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    private final DynamoDbClient dynamoDb;
    private final String people;
    private final String changes;
    private final DynamoDbOwnedPeople owned;
    private final DynamoDbPeopleErasure erasure;

    DynamoDbPeopleErasureTest(Tables tables) {
        dynamoDb = tables.dynamoDb();
        people = LocalTables.createPeople(dynamoDb);
        changes = LocalTables.createChanges(dynamoDb);
        owned = new DynamoDbOwnedPeople(dynamoDb, people);
        erasure = new DynamoDbPeopleErasure(dynamoDb, people, changes);
    }

    @Test
    void findsThePeopleOfAUser() {
        person("ada", "anna");
        person("ben", "bob");

        assertThat(owned.of("anna")).extracting(OwnedPerson::id).containsExactly("ada");
        assertThat(owned.of("anna").getFirst().fields())
                .containsEntry("firstName", "Ada")
                .containsEntry("_version", "3");
    }

    @Test
    void leavesATombstoneThatSaysNothing() {
        person("ada", "anna");

        bury("ada");

        Map<String, AttributeValue> left = items(people).getFirst();
        assertThat(left.toString()).doesNotContain("Ada").doesNotContain("anna").doesNotContain("phone");
        assertThat(left)
                .containsEntry("id", text("ada"))
                .containsEntry("_deleted", AttributeValue.fromBool(true))
                .containsEntry("_version", number(4))
                .containsEntry("_lastChangedAt", number(NOW.toEpochMilli()))
                .containsEntry("_ttl", number(NOW.plusSeconds(30 * 86_400).getEpochSecond()));
    }

    @Test
    void hasWhatTheSchemaDemandsOfADeletedPerson() {
        person("ada", "anna");

        bury("ada");

        assertThat(items(people).getFirst())
                .containsKeys(
                        "firstName", "lastName", "clientId", "createdAt", "updatedAt", "_version", "_lastChangedAt");
    }

    @Test
    void isNotFoundAgain() {
        person("ada", "anna");

        bury("ada");

        assertThat(owned.of("anna")).isEmpty();
    }

    @Test
    void tellsAppsThatKeepACopy() {
        person("ada", "anna");

        bury("ada");

        assertThat(items(changes))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("ds_pk", text(people + ":2026-03-01"))
                        .containsEntry("ds_sk", text("12:00:00.123:ada:4"))
                        .containsEntry("_deleted", AttributeValue.fromBool(true))
                        .containsEntry("_ttl", number(NOW.plusSeconds(1800).getEpochSecond())));
    }

    @Test
    void forgetsWhatPeopleWereAndKeepsWhatTellsThatTheyAreGone() {
        person("ada", "anna");
        change("ada", "anna", 1);
        change("ada", "anna", 2);
        change("ben", "bob", 1);
        bury("ada");

        erasure.forgetChanges("anna");

        assertThat(items(changes))
                .extracting(row -> row.get("ds_sk").s())
                .containsExactlyInAnyOrder("1:ben", "12:00:00.123:ada:4");
        assertThat(items(changes).toString()).doesNotContain("anna");
    }

    @Test
    void leavesAPersonThatHasChangedMeanwhile() {
        person("ada", "anna");
        OwnedPerson seen = owned.of("anna").getFirst();
        person("ada", "bob");

        erasure.bury(seen, "anna", NOW);

        assertThat(items(people).getFirst()).containsEntry("owner", text("bob"));
        assertThat(items(changes)).isEmpty();
    }

    @Test
    void leavesNoTombstoneThatAppsDoNotHearOf() {
        person("ada", "anna");
        var broken = new DynamoDbPeopleErasure(dynamoDb, people, "no-such-table");

        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> broken.bury(owned.of("anna").getFirst(), "anna", NOW));
        assertThat(owned.of("anna")).hasSize(1);
    }

    private void bury(String id) {
        erasure.bury(
                owned.of("anna").stream()
                        .filter(person -> person.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                "anna",
                NOW);
    }

    private void person(String id, String owner) {
        dynamoDb.putItem(put -> put.tableName(people).item(item(id, owner)));
    }

    private void change(String id, String owner, int number) {
        Map<String, AttributeValue> row = new HashMap<>(item(id, owner));
        row.put("ds_pk", text(people + ":2026-03-01"));
        row.put("ds_sk", text(number + ":" + id));
        dynamoDb.putItem(put -> put.tableName(changes).item(row));
    }

    private static Map<String, AttributeValue> item(String id, String owner) {
        return Map.of(
                "id", text(id),
                "owner", text(owner),
                "firstName", text("Ada"),
                "firstLast", text("ada lovelace"),
                "clientId", text("phone"),
                "_version", number(3));
    }

    private List<Map<String, AttributeValue>> items(String table) {
        return dynamoDb.scan(scan -> scan.tableName(table)).items();
    }
}

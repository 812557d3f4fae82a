package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTables.class)
class VersionedWriteTest {
    private final People people;

    VersionedWriteTest(People people) {
        this.people = people;
    }

    @Test
    void givesANewItemItsFirstVersion() {
        assertThat(people.create("1", "{name: {S: 'Ann'}}"))
                .isEqualTo(People.json("{id: '1', name: 'Ann', _version: 1, _lastChangedAt: 1767268800123}"));
    }

    @Test
    void storesWhatItAnswers() {
        JsonNode created = people.create("1", "{name: {S: 'Ann'}}");
        assertThat(people.stored("1")).isEqualTo(created);
    }

    @Test
    void raisesTheVersionWithEachUpdate() {
        people.create("1", "{name: {S: 'Ann'}, owner: {S: 'me'}}");
        people.clock.advance(Duration.ofSeconds(1));
        assertThat(people.result(People.rename("Bea", 1, "me")))
                .isEqualTo(
                        People.json("{id: '1', name: 'Bea', owner: 'me', _version: 2, _lastChangedAt: 1767268801123}"));
    }

    @Test
    void putsOverTheVersionThatIsNamed() {
        people.create("1", "{name: {S: 'Ann'}, age: {N: '7'}}");
        assertThat(
                        people.result(
                                "{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'Bea'}}, _version: 1}"))
                .isEqualTo(People.json("{id: '1', name: 'Bea', _version: 2, _lastChangedAt: 1767268800123}"));
    }

    @Test
    void putsWithoutAVersionOverWhateverIsThere() {
        people.create("1", "{name: {S: 'Ann'}}");
        assertThat(people.result("{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'Bea'}}}"))
                .isEqualTo(People.json("{id: '1', name: 'Bea', _version: 2, _lastChangedAt: 1767268800123}"));
    }

    @Test
    void makesTheItemThatAnUpdateWithVersion0DoesNotFind() {
        assertThat(people.result(People.update("SET a = :a", "{':a': {S: 'x'}}", 0)))
                .isEqualTo(People.json("{id: '1', a: 'x', _version: 1, _lastChangedAt: 1767268800123}"));
    }

    @Test
    void keepsATombstoneOfADeletedItem() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(Duration.ofMillis(877));
        JsonNode tombstone = people.result(People.delete(1));
        assertThat(tombstone)
                .isEqualTo(People.json("{id: '1', name: 'Ann', _version: 2, _lastChangedAt: 1767268801000,"
                        + " _deleted: true, _ttl: 1769860801}"));
        assertThat(people.stored("1")).isEqualTo(tombstone);
    }

    @Test
    void removesADeletedItemAtOnceIfTombstonesAreNotKept() {
        DynamoDbSource source = people.versioned(people.client, Duration.ZERO, People.DELTA_TTL);
        people.create("1", "{name: {S: 'Ann'}}");
        assertThat(People.result(source, People.delete(1)).path("_deleted").asBoolean())
                .isTrue();
        assertThat(people.stored("1").isNull()).isTrue();
        assertThat(people.deltaRows("2026-01-01").path(1).path("_version").asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesToCreateWhatExists() {
        people.create("1", "{name: {S: 'Ann'}}");
        Failure failure = people.failure("""
                {operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'Bea'}},
                 condition: {expression: 'attribute_not_exists(id)'}}""");
        assertThat(failure.type()).isEqualTo("ConditionalCheckFailedException");
        assertThat(failure.message())
                .matches("The conditional request failed \\(Service: DynamoDb, Status Code: 400, Request ID: .+,"
                        + " Extended Request ID: null\\)");
        assertThat(failure.data().isNull()).isTrue();
        assertThat(people.stored("1").path("name").asText()).isEqualTo("Ann");
    }

    @Test
    void refusesToCreateWhatIsDeleted() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.result(People.delete(1));
        assertThat(people.failure("""
                        {operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'Bea'}},
                         condition: {expression: 'attribute_not_exists(id)'}}""").type()).isEqualTo("ConditionalCheckFailedException");
    }

    @Test
    void refusesAnUpdateWhoseConditionFails() {
        people.create("1", "{name: {S: 'Ann'}, owner: {S: 'me'}}");
        assertThat(people.failure(People.rename("Bea", 1, "stranger")).type())
                .isEqualTo("ConditionalCheckFailedException");
        assertThat(people.stored("1").path("name").asText()).isEqualTo("Ann");
    }

    @Test
    void saysThatThereIsNoItemToUpdate() {
        Failure failure = people.failure(People.rename("Ann", 0, "me"));
        assertThat(failure.type()).isEqualTo("ConditionalCheckFailedException");
        assertThat(failure.message())
                .startsWith("No existing item found in the data source : The conditional request failed (Service:");
    }

    @Test
    void saysThatTheItemOfTheVersionIsGone() {
        assertThat(people.failure(People.update("SET a = :a", "{':a': {S: 'x'}}", 3))
                        .message())
                .startsWith("No existing item found in the data source : ");
    }

    @Test
    void saysThatThereIsNoItemToDelete() {
        assertThat(people.failure("{operation: 'DeleteItem', key: {id: {S: '1'}}, _version: 0}")
                        .message())
                .startsWith("No existing item found in the data source : ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_version", "_lastChangedAt", "_deleted", "_ttl"})
    void refusesMetadataInAPut(String attribute) {
        Failure failure = people.failure(
                "{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {%s: {N: '1'}}}".formatted(attribute));
        assertThat(failure.type()).isEqualTo("BadRequest");
        assertThat(failure.message()).isEqualTo("Updating %s field can not be set from the client.", attribute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET a = :a, _version = :a", "REMOVE _deleted", "ADD _ttl :a", "SET _lastChangedAt = :a"})
    void refusesMetadataInAnUpdate(String expression) {
        assertThat(people.failure(People.update(expression, "{':a': {N: '1'}}", 0))
                        .type())
                .isEqualTo("BadRequest");
    }

    @Test
    void refusesMetadataBehindAPlaceholder() {
        assertThat(people.failure("""
                        {operation: 'UpdateItem', key: {id: {S: '1'}}, _version: 0, update: {expression: 'REMOVE #d',
                         expressionNames: {'#d': '_deleted'}}}""").message()).isEqualTo("Updating _deleted field can not be set from the client.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdateItem", "DeleteItem"})
    void refusesAChangeWithoutAVersion(String operation) {
        String update = operation.equals("UpdateItem") ? ", update: {expression: 'REMOVE a'}" : "";
        Failure failure = people.failure("{operation: '%s', key: {id: {S: '1'}}%s}".formatted(operation, update));
        assertThat(failure.type()).isEqualTo("BadRequest");
        assertThat(failure.message())
                .isEqualTo(operation + " on versioned data source requires the _version to be provided.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customPartitionKey", "populateIndexFields"})
    void refusesWhatTheLocalRuntimeLacks(String key) {
        Failure failure =
                people.failure("{operation: 'DeleteItem', key: {id: {S: '1'}}, _version: 1, %s: true}".formatted(key));
        assertThat(failure.type()).isEqualTo("UnsupportedOperation");
        assertThat(failure.message()).isEqualTo("The local runtime does not support " + key + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BatchPutItem", "BatchDeleteItem", "TransactWriteItems"})
    void refusesWritesOfSeveralItems(String operation) {
        Failure failure = people.failure("{operation: '%s', tables: {}}".formatted(operation));
        assertThat(failure.type()).isEqualTo("UnsupportedOperation");
        assertThat(failure.message())
                .startsWith("Unsupported operation '" + operation + "'. Datasource Versioning only supports");
    }

    @Test
    void passesOnWhatDynamoDbRefuses() {
        Failure failure = people.failure("{operation: 'DeleteItem', key: {wrong: {S: '1'}}, _version: 1}");
        assertThat(failure.type()).isEqualTo("DynamoDB:DynamoDbException");
        assertThat(failure.message()).contains("(Service: DynamoDb, Status Code: 400, Request ID: ");
    }

    @Test
    void saysThatTheChangeIsStoredButNotInTheDeltaTable() {
        TableClient noDelta = (operation, request) -> {
            if (request.path("TableName").asText().equals(people.deltaTable)) {
                throw new TableFailure("ResourceNotFoundException", "Requested resource not found", request);
            }
            return people.client.send(operation, request);
        };
        Failure failure = People.failure(
                people.versioned(noDelta, People.BASE_TTL, People.DELTA_TTL),
                SyncConfig.AUTOMERGE,
                "{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'Ann'}}}");
        assertThat(failure.type()).isEqualTo("DeltaSyncWriteError");
        assertThat(people.stored("1").path("_version").asInt()).isEqualTo(1);
    }
}

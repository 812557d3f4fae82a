package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTables.class)
class ConflictTest {
    private final People people;

    ConflictTest(People people) {
        this.people = people;
    }

    /** Person 1 has version 2. */
    @BeforeEach
    void change() {
        people.create("1", "{name: {S: 'Ann'}, owner: {S: 'me'}}");
        people.result(People.rename("Bea", 1, "me"));
    }

    @Test
    void rejectsAnOutdatedUpdateWithoutMerges() {
        JsonNode server = people.stored("1");
        assertUnhandled(optimistic(People.rename("Cat", 1, "me")), server);
        assertThat(people.stored("1")).isEqualTo(server);
    }

    @Test
    void rejectsAnOutdatedPutWithoutMerges() {
        assertUnhandled(
                optimistic(
                        "{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {name: {S: 'C'}}, _version: 1}"),
                people.stored("1"));
    }

    @Test
    void rejectsAnUpdateFromTheFuture() {
        assertUnhandled(optimistic(People.rename("Cat", 3, "me")), people.stored("1"));
    }

    @Test
    void rejectsAnOutdatedDelete() {
        JsonNode server = people.stored("1");
        assertUnhandled(people.failure(People.delete(1)), server);
        assertThat(people.stored("1")).isEqualTo(server);
    }

    @Test
    void rejectsADeleteOfVersion0() {
        assertUnhandled(people.failure(People.delete(0)), people.stored("1"));
    }

    @Test
    void rejectsAnOutdatedUpdateOfADeletedItem() {
        JsonNode tombstone = people.result(People.delete(2));
        assertThat(tombstone.path("_deleted").asBoolean()).isTrue();
        assertUnhandled(people.failure(People.rename("Cat", 2, "me")), tombstone);
    }

    @Test
    void rejectsAnOutdatedDeleteOfADeletedItem() {
        JsonNode tombstone = people.result(People.delete(2));
        assertUnhandled(people.failure(People.delete(2)), tombstone);
    }

    @Test
    void leavesNoDeltaRowOfWhatItRejects() {
        int before = people.deltaRows("2026-01-01").size();
        people.failure(People.delete(1));
        assertThat(people.deltaRows("2026-01-01")).hasSize(before);
    }

    @Test
    void detectsNoConflictWhereTheResolverDoesNotAskForIt() {
        JsonNode written = People.result(people.versioned(), SyncConfig.NONE, People.rename("Cat", 1, "me"));
        assertThat(written.path("name").asText()).isEqualTo("Cat");
        assertThat(written.path("_version").asInt()).isEqualTo(3);
    }

    @Test
    void mergesAnOutdatedUpdateOfTheOwner() {
        people.clock.advance(Duration.ofSeconds(1));
        assertThat(people.result(People.rename("Cat", 1, "me")))
                .isEqualTo(
                        People.json("{id: '1', name: 'Bea', owner: 'me', _version: 3, _lastChangedAt: 1767268801123}"));
    }

    @Test
    void storesWhatItMerged() {
        JsonNode merged = people.result(People.rename("Cat", 1, "me"));
        assertThat(people.stored("1")).isEqualTo(merged);
    }

    @Test
    void refusesAnOutdatedUpdateOfAStranger() {
        JsonNode server = people.stored("1");
        Failure failure = people.failure(People.update("SET age = :a", "{':a': {N: '7'}}", 1)
                .replaceFirst("}}}$", "}}, condition: {expression: 'attribute_not_exists(id)'}}"));
        assertThat(people.failure(People.rename("Cat", 1, "stranger")).type())
                .isEqualTo("ConditionalCheckFailedException");
        assertThat(failure.type()).isEqualTo("ConditionalCheckFailedException");
        assertThat(people.stored("1")).isEqualTo(server);
    }

    @Test
    void mergesWhatAnOutdatedUpdateSetsAnew() {
        assertThat(people.result(People.update("SET age = :a REMOVE #o", "{':a': {N: '7'}}", 1)
                        .replace("update: {", "update: {expressionNames: {'#o': 'owner'}, ")))
                .isEqualTo(People.json("{id: '1', name: 'Bea', owner: 'me', age: 7, _version: 3,"
                        + " _lastChangedAt: 1767268800123}"));
    }

    @Test
    void mergesAnOutdatedPut() {
        assertThat(people.result("""
                        {operation: 'PutItem', key: {id: {S: '1'}}, _version: 1,
                         attributeValues: {name: {S: 'Cat'}, age: {N: '7'}}}"""))
                .isEqualTo(People.json("{id: '1', name: 'Bea', owner: 'me', age: 7, _version: 3,"
                        + " _lastChangedAt: 1767268800123}"));
    }

    @Test
    void appliesWhatItCouldNotMergeWhereThereIsNoConflict() {
        assertThat(people.result(People.update("SET age = if_not_exists(age, :a)", "{':a': {N: '7'}}", 2))
                        .path("age")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void namesTheActionThatItCannotMerge() {
        Failure failure = people.failure(People.update("SET age = if_not_exists(age, :a)", "{':a': {N: '7'}}", 1));
        assertThat(failure.type()).isEqualTo("UnsupportedOperation");
        assertThat(failure.message()).contains("\"age = if_not_exists(age, :a)\"");
    }

    private Failure optimistic(String document) {
        return People.failure(people.versioned(), SyncConfig.OPTIMISTIC_CONCURRENCY, document);
    }

    private static void assertUnhandled(Failure failure, JsonNode server) {
        assertThat(failure).isEqualTo(new Failure("ConflictUnhandled", "Conflict resolver rejects mutation.", server));
    }
}

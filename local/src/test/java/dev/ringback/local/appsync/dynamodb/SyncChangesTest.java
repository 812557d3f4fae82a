package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTables.class)
class SyncChangesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final People people;

    SyncChangesTest(People people) {
        this.people = people;
    }

    @Test
    void recordsEachChangeInTheDeltaTable() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(MINUTE);
        people.result(People.delete(1));
        assertThat(people.deltaRows("2026-01-01"))
                .containsExactly(People.json("""
                                {id: '1', name: 'Ann', _version: 1, _lastChangedAt: 1767268800123, _ttl: 1767270600,
                                 ds_pk: '%s:2026-01-01', ds_sk: '12:00:00.123:1:1'}""".formatted(people.table)), People.json("""
                                {id: '1', name: 'Ann', _version: 2, _lastChangedAt: 1767268860123, _ttl: 1767270660,
                                 _deleted: true,
                                 ds_pk: '%s:2026-01-01', ds_sk: '12:01:00.123:1:2'}""".formatted(people.table)));
    }

    @Test
    void readsTheBaseTableIfTheLastSyncIsOlderThanTheChangesThatAreKept() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(People.DELTA_TTL.plusMillis(1));
        assertThat(since(People.START.toEpochMilli()).get("items")).containsExactly(people.stored("1"));
    }

    @Test
    void readsTheChangesIfTheLastSyncIsJustAsOldAsTheyAreKept() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(People.DELTA_TTL);
        assertThat(since(People.START.toEpochMilli()).get("items").path(0).has("_ttl"))
                .isTrue();
    }

    @Test
    void readsTheChangesSinceTheLastSync() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(MINUTE);
        long lastSync = people.clock.millis();
        people.create("2", "{name: {S: 'Bea'}}");
        people.clock.advance(MINUTE);
        people.result(People.delete(1));
        assertThat(since(lastSync).get("items"))
                .extracting(item -> item.get("id").asText() + item.get("_version") + item.path("_deleted"))
                .containsExactly("21", "12true");
    }

    @Test
    void readsAgainWhatChangedInTheSecondBefore() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(Duration.ofMillis(1));
        people.create("2", "{name: {S: 'Bea'}}");
        people.clock.advance(Duration.ofSeconds(1));
        assertThat(since(people.clock.millis()).get("items"))
                .extracting(item -> item.get("id").asText())
                .containsExactly("2");
    }

    @Test
    void findsWhatWasBeingWrittenDuringTheLastSync() {
        List<Long> lastSync = new ArrayList<>();
        TableClient slow = (operation, request) -> {
            if (operation.equals("PutItem") && lastSync.isEmpty()) {
                people.clock.advance(Duration.ofSeconds(1));
                JsonNode page = people.result("{operation: 'Sync'}");
                assertThat(page.get("items")).isEmpty();
                lastSync.add(page.get("startedAt").asLong());
            }
            return people.client.send(operation, request);
        };
        People.result(people.versioned(slow, People.BASE_TTL, People.DELTA_TTL), put("1"));
        assertThat(since(lastSync.getFirst()).get("items")).hasSize(1);
    }

    @Test
    void keepsTheDeltaTablesKeyToItself() {
        people.create("1", "{name: {S: 'Ann'}}");
        JsonNode item = since(People.START.toEpochMilli()).get("items").get(0);
        assertThat(item)
                .isEqualTo(People.json(
                        "{id: '1', name: 'Ann', _version: 1, _lastChangedAt: 1767268800123," + " _ttl: 1767270600}"));
    }

    @Test
    void answersAllVersionsOfAnItem() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.result(People.delete(1));
        assertThat(since(People.START.toEpochMilli()).get("items")).hasSize(2);
    }

    @Test
    void readsTheChangesOverMidnight() {
        DynamoDbSource source = people.versioned(people.client, People.BASE_TTL, Duration.ofDays(3));
        People.result(source, put("1"));
        people.clock.advance(Duration.ofDays(2));
        People.result(source, put("2"));
        assertThat(People.result(source, "{operation: 'Sync', lastSync: %d}".formatted(People.START.toEpochMilli()))
                        .get("items"))
                .extracting(item -> item.get("id").asText())
                .containsExactly("1", "2");
    }

    @Test
    void hidesExpiredChangesThatAreStillThere() {
        DynamoDbSource source = people.versioned(people.client, People.BASE_TTL, Duration.ofDays(3));
        people.create("1", "{name: {S: 'Ann'}}");
        people.clock.advance(People.DELTA_TTL.plusSeconds(1));
        assertThat(People.result(source, "{operation: 'Sync', lastSync: %d}".formatted(People.START.toEpochMilli()))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void staysWithTheChangesWhileTheirPagesAreRead() {
        for (int id = 0; id < 5; id++) {
            people.create("p" + id, "{}");
        }
        people.clock.advance(People.DELTA_TTL);
        List<JsonNode> pages = people.pages(
                people.versioned(), "{operation: 'Sync', limit: 2, lastSync: " + People.START.toEpochMilli() + "%s}");
        assertThat(People.ids(pages)).containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void pagesThroughTheChangesOfSeveralDays() {
        DynamoDbSource source = people.versioned(people.client, People.BASE_TTL, Duration.ofDays(9));
        for (int id = 0; id < 5; id++) {
            People.result(source, put("p" + id));
            people.clock.advance(Duration.ofDays(1));
        }
        List<JsonNode> pages =
                people.pages(source, "{operation: 'Sync', limit: 2, lastSync: " + People.START.toEpochMilli() + "%s}");
        assertThat(People.ids(pages)).containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    private JsonNode since(long lastSync) {
        return people.result("{operation: 'Sync', lastSync: %d}".formatted(lastSync));
    }

    private static String put(String id) {
        return "{operation: 'PutItem', key: {id: {S: '%s'}}, attributeValues: {}}".formatted(id);
    }
}

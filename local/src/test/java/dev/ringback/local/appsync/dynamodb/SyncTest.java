package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.SyncConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTables.class)
class SyncTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final People people;

    SyncTest(People people) {
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

    @ParameterizedTest
    @ValueSource(strings = {"", ", lastSync: null", ", lastSync: 0"})
    void readsTheBaseTableWithoutALastSync(String lastSync) {
        people.create("1", "{name: {S: 'Ann'}}");
        people.result(People.delete(1));
        JsonNode page = people.result("{operation: 'Sync'%s}".formatted(lastSync));
        assertThat(page.get("items")).containsExactly(people.stored("1"));
        assertThat(page.get("nextToken").isNull()).isTrue();
        assertThat(page.get("scannedCount").asInt()).isEqualTo(1);
        assertThat(page.get("startedAt").asLong()).isEqualTo(People.START.toEpochMilli());
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
    void filtersAfterTheLimit() {
        people.create("1", "{name: {S: 'Ann'}}");
        people.create("2", "{name: {S: 'Ann'}}");
        String filter = "{operation: 'Sync', limit: 1, filter: {expression: '#n = :n', expressionNames: {'#n': 'name'},"
                + " expressionValues: {':n': {S: 'nobody'}}}%s}";
        JsonNode base = people.result(filter.formatted(""));
        JsonNode changes = people.result(filter.formatted(", lastSync: " + People.START.toEpochMilli()));
        assertThat(List.of(base, changes)).allSatisfy(page -> {
            assertThat(page.get("items")).isEmpty();
            assertThat(page.get("scannedCount").asInt()).isEqualTo(1);
            assertThat(page.get("nextToken").isTextual()).isTrue();
        });
    }

    @Test
    void limitsAPageTo100ItemsUnlessToldOtherwise() {
        for (int id = 0; id < 101; id++) {
            people.create("p" + id, "{}");
        }
        assertThat(people.result("{operation: 'Sync'}").get("items")).hasSize(100);
        assertThat(people.result("{operation: 'Sync', limit: 1000}").get("items"))
                .hasSize(101);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void refusesALimitOutOfRange(int limit) {
        Failure failure = people.failure("{operation: 'Sync', limit: %d}".formatted(limit));
        assertThat(failure.type()).isEqualTo("BadRequest");
        assertThat(failure.message()).isEqualTo("limit must be from 1 to 1000.");
    }

    @Test
    void repeatsOnEachPageWhenTheFirstBegan() {
        for (int id = 0; id < 5; id++) {
            people.create("p" + id, "{}");
        }
        List<JsonNode> pages = pages("{operation: 'Sync', limit: 2%s}");
        assertThat(pages).hasSize(3).allMatch(page -> page.get("startedAt").asLong() == People.START.toEpochMilli());
        assertThat(ids(pages)).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void staysWithTheChangesWhileTheirPagesAreRead() {
        for (int id = 0; id < 5; id++) {
            people.create("p" + id, "{}");
        }
        people.clock.advance(People.DELTA_TTL);
        List<JsonNode> pages = pages("{operation: 'Sync', limit: 2, lastSync: " + People.START.toEpochMilli() + "%s}");
        assertThat(ids(pages)).containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void pagesThroughTheChangesOfSeveralDays() {
        DynamoDbSource source = people.versioned(people.client, People.BASE_TTL, Duration.ofDays(9));
        for (int id = 0; id < 5; id++) {
            People.result(source, put("p" + id));
            people.clock.advance(Duration.ofDays(1));
        }
        List<JsonNode> pages =
                pages(source, "{operation: 'Sync', limit: 2, lastSync: " + People.START.toEpochMilli() + "%s}");
        assertThat(ids(pages)).containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void takesATokenForItsOwnLastSyncOnly() {
        people.create("1", "{}");
        people.create("2", "{}");
        String token =
                people.result("{operation: 'Sync', limit: 1}").get("nextToken").asText();
        Failure failure = people.failure("{operation: 'Sync', limit: 1, lastSync: %d, nextToken: '%s'}"
                .formatted(People.START.toEpochMilli(), token));
        assertThat(failure.type()).isEqualTo("BadRequest");
        assertThat(failure.message()).isEqualTo("Invalid pagination token given.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basePartitionKey", "deltaIndexName"})
    void refusesWhatTheLocalRuntimeLacks(String key) {
        assertThat(people.failure("{operation: 'Sync', %s: 'x'}".formatted(key)).message())
                .isEqualTo("The local runtime does not support " + key + ".");
    }

    @Test
    void syncsVersionedDataSourcesOnly() {
        Failure failure = People.failure(people.plain(), SyncConfig.NONE, "{operation: 'Sync'}");
        assertThat(failure.type()).isEqualTo("UnsupportedOperation");
        assertThat(failure.message()).isEqualTo("Unsupported operation 'Sync'.");
    }

    private JsonNode since(long lastSync) {
        return people.result("{operation: 'Sync', lastSync: %d}".formatted(lastSync));
    }

    private static String put(String id) {
        return "{operation: 'PutItem', key: {id: {S: '%s'}}, attributeValues: {}}".formatted(id);
    }

    private List<JsonNode> pages(String document) {
        return pages(people.versioned(), document);
    }

    /** Lets a minute pass after each page. */
    private List<JsonNode> pages(DynamoDbSource source, String document) {
        List<JsonNode> pages = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = People.result(source, document.formatted(token));
            pages.add(page);
            token = ", nextToken: '" + page.get("nextToken").asText() + "'";
            people.clock.advance(MINUTE);
        } while (pages.getLast().get("nextToken").isTextual());
        return pages;
    }

    private static List<String> ids(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> page.get("items").valueStream())
                .map(item -> item.get("id").asText())
                .toList();
    }
}

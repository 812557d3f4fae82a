package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.SyncConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTables.class)
class SyncTest {
    private final People people;

    SyncTest(People people) {
        this.people = people;
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
        List<JsonNode> pages = people.pages(people.versioned(), "{operation: 'Sync', limit: 2%s}");
        assertThat(pages).hasSize(3).allMatch(page -> page.get("startedAt").asLong() == People.START.toEpochMilli());
        assertThat(People.ids(pages)).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4");
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
}

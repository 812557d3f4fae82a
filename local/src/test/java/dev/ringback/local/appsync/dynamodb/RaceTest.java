package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import dev.ringback.local.appsync.SyncConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestTables.class)
class RaceTest {
    private static final int WRITERS = 4;

    private final People people;

    RaceTest(People people) {
        this.people = people;
    }

    @BeforeEach
    void create() {
        people.create("1", "{name: {S: 'Ann'}}");
    }

    @Test
    void losesNoneOfTheWritesThatItMerges() throws Exception {
        assertThat(together(SyncConfig.AUTOMERGE)).allMatch(answer -> answer instanceof DataSourceAnswer.Result);
        JsonNode item = people.stored("1");
        assertThat(item.path("_version").asInt()).isEqualTo(1 + WRITERS);
        assertThat(item.path("seen")).hasSize(WRITERS);
        assertThat(people.deltaRows("2026-01-01")).hasSize(1 + WRITERS);
    }

    @Test
    void letsOneOfTheWritesWinWithoutMerges() throws Exception {
        List<DataSourceAnswer> answers = together(SyncConfig.OPTIMISTIC_CONCURRENCY);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof DataSourceAnswer.Result)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer ->
                        answer instanceof Failure failure && failure.type().equals("ConflictUnhandled"))
                .hasSize(WRITERS - 1);
    }

    @Test
    void givesUpOnAnItemThatKeepsChanging() {
        AtomicInteger tries = new AtomicInteger();
        TableClient contended = (operation, request) -> {
            tries.incrementAndGet();
            people.result("{operation: 'PutItem', key: {id: {S: '1'}}, attributeValues: {}}");
            return people.client.send(operation, request);
        };
        Failure failure = People.failure(
                people.versioned(contended, People.BASE_TTL, People.DELTA_TTL),
                SyncConfig.AUTOMERGE,
                People.update("SET a = :a", "{':a': {S: 'x'}}", 1));
        assertThat(failure.type()).isEqualTo("MaxConflicts");
        assertThat(tries).hasValue(10);
        assertThat(people.stored("1").has("a")).isFalse();
    }

    private List<DataSourceAnswer> together(SyncConfig sync) throws Exception {
        DynamoDbSource source = people.versioned();
        List<Callable<DataSourceAnswer>> writes = IntStream.range(0, WRITERS)
                .<Callable<DataSourceAnswer>>mapToObj(writer -> () -> source.run(
                        People.json(People.update("SET seen = :seen", "{':seen': {SS: ['%d']}}".formatted(writer), 1)),
                        sync))
                .toList();
        List<DataSourceAnswer> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<DataSourceAnswer> write : executor.invokeAll(writes)) {
                answers.add(write.get());
            }
        }
        return answers;
    }
}

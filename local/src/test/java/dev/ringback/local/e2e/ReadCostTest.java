package dev.ringback.local.e2e;

import static dev.ringback.local.e2e.Directory.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.dynamodb.ReadCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What the directory reads does not grow with the directory: 100,000 people are in it. */
class ReadCostTest {
    private static final int PEOPLE = 100_000;
    private static final int BATCH = 25;
    private static final int WRITERS = 4;

    private static Backend backend;
    private static Phone ada;
    private static Directory directory;

    @BeforeAll
    static void fill() throws Exception {
        backend = Backend.startInMemory();
        ada = backend.phone("ada").registered("GCM");
        directory = Directory.of(ada, backend);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> batches = new ArrayList<>();
            for (int start = 0; start < PEOPLE; start += BATCH) {
                int first = start;
                batches.add(writers.submit(() -> write(first)));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        }
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void aSearchReadsNoMoreThanItsPage() throws Exception {
        JsonNode page = directory.page("searchPeople", object("prefix", "Name4").put("limit", 10));

        assertThat(page.path("items")).hasSize(10);
        assertThat(costs("Query")).singleElement().satisfies(cost -> {
            assertThat(cost.target()).endsWith("/index/byFirstName");
            assertThat(cost.scanned()).isEqualTo(10);
            assertThat(cost.readUnits()).isLessThanOrEqualTo(1.0);
        });
    }

    @Test
    void aSearchForOneReadsOne() throws Exception {
        JsonNode page = directory.page("searchPeople", object("prefix", "FAMILY77777 "));

        assertThat(page.path("items")).hasSize(1);
        assertThat(costs("Query")).extracting(ReadCost::scanned).containsExactly(0, 1);
    }

    @Test
    void aSearchForNobodyReadsNobody() throws Exception {
        assertThat(directory.page("searchPeople", object("prefix", "zzz")).path("items"))
                .isEmpty();

        assertThat(costs("Query")).extracting(ReadCost::scanned).containsExactly(0, 0);
    }

    @Test
    void ringingReadsTheCallersRecordAndTheCalleesDevicesAlone() throws Exception {
        directory.create("Ada", "Lovelace", ada.clientId());
        Phone ben = backend.phone("ben").registered("GCM");

        backend.runtime().readCosts().clear();
        ada.initiateCall(ben);
        assertThat(backend.inbox().firstPushTo(ben.deviceToken()).toString()).contains("Ada Lovelace");

        assertThat(costs("Query"))
                .hasSize(2)
                .anyMatch(cost -> cost.target().endsWith("/index/byClientId"))
                .anyMatch(cost -> cost.target().endsWith("/index/byOwner"))
                .allSatisfy(cost -> {
                    assertThat(cost.scanned()).isEqualTo(1);
                    assertThat(cost.readUnits()).isEqualTo(0.5);
                });
    }

    @Test
    void aListReadsNoMoreThanItsPage() throws Exception {
        JsonNode page =
                directory.page("listPeople", Http.JSON.createObjectNode().put("limit", 50));

        assertThat(page.path("items")).hasSize(50);
        assertThat(page.path("nextToken").asText()).isNotEmpty();
        assertThat(costs("Scan")).extracting(ReadCost::scanned).containsExactly(50);
    }

    private static List<ReadCost> costs(String operation) {
        List<ReadCost> costs = backend.runtime().readCosts().latest().stream()
                .filter(cost -> cost.operation().equals(operation))
                .toList();
        backend.runtime().readCosts().clear();
        return costs;
    }

    private static void write(int first) {
        List<WriteRequest> people = IntStream.range(first, first + BATCH)
                .mapToObj(number -> WriteRequest.builder()
                        .putRequest(put -> put.item(person(number)))
                        .build())
                .toList();
        backend.operator().batchWriteItem(batch -> batch.requestItems(Map.of(backend.table("People"), people)));
    }

    /** As the directory itself stores it. */
    private static Map<String, AttributeValue> person(int number) {
        String first = "Name" + number;
        String last = "Family" + number;
        Map<String, AttributeValue> person = new java.util.HashMap<>();
        Map.of(
                        "id",
                        "person-" + number,
                        "__typename",
                        "Person",
                        "firstName",
                        first,
                        "lastName",
                        last,
                        "clientId",
                        "client-" + number,
                        "owner",
                        "owner-" + number,
                        "createdAt",
                        "2026-01-01T00:00:00.000Z",
                        "updatedAt",
                        "2026-01-01T00:00:00.000Z")
                .forEach((name, value) -> person.put(name, AttributeValue.fromS(value)));
        person.put("_version", AttributeValue.fromN("1"));
        person.put("_lastChangedAt", AttributeValue.fromN("1767225600000"));
        person.put("firstInitial", AttributeValue.fromS("n"));
        person.put("firstLast", AttributeValue.fromS((first + " " + last).toLowerCase()));
        person.put("lastInitial", AttributeValue.fromS("f"));
        person.put("lastFirst", AttributeValue.fromS((last + " " + first).toLowerCase()));
        return person;
    }
}

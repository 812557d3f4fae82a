package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** getPerson, listPeople and syncPeople. */
class ReadPeopleTest {
    private static final Answer PAGE = Answer.result("{items: [{id: 'p1'}], nextToken: 'n2', startedAt: 5}");
    private static final JsonNode ANN = Callers.user("ann");

    @Test
    void getsAPersonByItsKey() {
        try (Field getPerson = new Field("Query.getPerson")) {
            Run run = getPerson.resolve(ANN, "{id: 'p1'}", Answer.result("{id: 'p1', _deleted: true}"));
            assertThat(run.lastSent()).isEqualTo(Json.of("{operation: 'GetItem', key: {id: {S: 'p1'}}}"));
            assertThat(run.value()).isEqualTo(Json.of("{id: 'p1', _deleted: true}"));
        }
    }

    @Test
    void getsNullWhereThereIsNobody() {
        try (Field getPerson = new Field("Query.getPerson")) {
            assertThat(getPerson
                            .resolve(ANN, "{id: 'p1'}", Answer.result("null"))
                            .value())
                    .isEqualTo(Json.of("null"));
        }
    }

    @ParameterizedTest
    @CsvSource({"Query.listPeople, Scan", "Query.syncPeople, Sync"})
    void readsAHundredByDefault(String name, String operation) {
        try (Field field = new Field(name)) {
            Run run = field.resolve(ANN, "{filter: null, limit: null, nextToken: null}", PAGE);
            assertThat(run.lastSent().get("operation").asText()).isEqualTo(operation);
            assertThat(run.lastSent().get("limit")).isEqualTo(Json.of("100"));
            assertThat(run.lastSent().path("filter").isEmpty()).isTrue();
            assertThat(run.value()).isEqualTo(Json.of("{items: [{id: 'p1'}], nextToken: 'n2', startedAt: 5}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query.listPeople", "Query.syncPeople"})
    void passesOnFilterLimitAndToken(String name) {
        try (Field field = new Field(name)) {
            JsonNode sent = field.resolve(ANN, "{filter: {clientId: {eq: 'd1'}}, limit: 1000, nextToken: 'n1'}", PAGE)
                    .lastSent();
            assertThat(sent.get("limit")).isEqualTo(Json.of("1000"));
            assertThat(sent.get("nextToken")).isEqualTo(Json.of("'n1'"));
            assertThat(sent.at("/filter/expression").asText()).contains("#clientId = :");
            assertThat(sent.at("/filter/expressionValues")).singleElement().isEqualTo(Json.of("{S: 'd1'}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query.listPeople", "Query.syncPeople"})
    void sendsNoEmptyMapOfValues(String name) {
        try (Field field = new Field(name)) {
            JsonNode filter = field.resolve(ANN, "{filter: {owner: {attributeExists: false}}}", PAGE)
                    .lastSent()
                    .get("filter");
            assertThat(filter.get("expression").asText()).contains("attribute_not_exists(#owner)");
            assertThat(filter.has("expressionValues")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query.listPeople", "Query.syncPeople"})
    void takesAnEmptyFilterAsNone(String name) {
        try (Field field = new Field(name)) {
            Run run = field.resolve(ANN, "{filter: {}}", PAGE);
            assertThat(run.lastSent().path("filter").isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"Query.listPeople, 0", "Query.listPeople, 1001", "Query.syncPeople, -1", "Query.syncPeople, 1001"})
    void refusesOtherLimits(String name, String limit) {
        try (Field field = new Field(name)) {
            Run run = field.resolve(ANN, "{limit: %s}".formatted(limit));
            assertThat(run.refusal().type()).isEqualTo("BadRequest");
            assertThat(run.refusal().message()).isEqualTo("limit must be from 1 to 1000.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1601499066604"})
    void syncsSinceWhateverTheClientSays(String lastSync) {
        try (Field syncPeople = new Field("Query.syncPeople")) {
            Run run = syncPeople.resolve(ANN, "{lastSync: %s}".formatted(lastSync), PAGE);
            assertThat(run.lastSent().get("lastSync")).isEqualTo(Json.of(lastSync));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query.getPerson", "Query.listPeople", "Query.syncPeople"})
    void passesOnTheDataSourcesError(String name) {
        try (Field field = new Field(name)) {
            Run run = field.resolve(ANN, "{id: 'p1'}", Answer.failure("BadRequest", "No such token.", "null"));
            assertThat(run.refusal().type()).isEqualTo("BadRequest");
            assertThat(run.refusal().message()).isEqualTo("No such token.");
        }
    }
}

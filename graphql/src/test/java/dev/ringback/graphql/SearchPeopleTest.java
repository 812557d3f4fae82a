package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class SearchPeopleTest {
    private static final JsonNode ANN = Callers.user("ann");
    private static final Answer NOBODY = Answer.result("{items: [], nextToken: null}");

    @AutoClose
    private final Field searchPeople = new Field("Query.searchPeople");

    @Test
    void queriesFirstNamesByTheFoldedPrefix() {
        Run run = searchPeople.resolve(ANN, "{prefix: ' Ém '}", Answer.result("{items: [], nextToken: 'n'}"));
        assertThat(withoutNulls(run.lastSent())).isEqualTo(Json.of("""
                {
                  operation: 'Query',
                  index: 'byFirstName',
                  query: {
                    expression: '#initial = :initial AND begins_with(#name, :prefix)',
                    expressionNames: {'#initial': 'firstInitial', '#name': 'firstLast'},
                    expressionValues: {':initial': {S: 'e'}, ':prefix': {S: 'em'}}
                  },
                  filter: {
                    expression: '#deleted <> :true',
                    expressionNames: {'#deleted': '_deleted'},
                    expressionValues: {':true': {BOOL: true}}
                  },
                  limit: 20
                }"""));
    }

    @Test
    void queriesLastNamesNextForTheRest() {
        Run run = searchPeople.resolve(
                ANN, "{prefix: 'em', limit: 3}", Answer.result("{items: [{id: 'p1'}], nextToken: null}"), NOBODY);
        assertThat(withoutNulls(run.lastSent())).isEqualTo(Json.of("""
                {
                  operation: 'Query',
                  index: 'byLastName',
                  query: {
                    expression: '#initial = :initial AND begins_with(#name, :prefix)',
                    expressionNames: {'#initial': 'lastInitial', '#name': 'lastFirst'},
                    expressionValues: {':initial': {S: 'e'}, ':prefix': {S: 'em'}}
                  },
                  filter: {
                    expression: '#deleted <> :true AND NOT begins_with(#other, :prefix)',
                    expressionNames: {'#deleted': '_deleted', '#other': 'firstLast'},
                    expressionValues: {':true': {BOOL: true}, ':prefix': {S: 'em'}}
                  },
                  limit: 2
                }"""));
    }

    @Test
    void answersThoseFoundByFirstNameFirst() {
        Run run = searchPeople.resolve(
                ANN,
                "{prefix: 'em'}",
                Answer.result("{items: [{id: 'p1'}], nextToken: null}"),
                Answer.result("{items: [{id: 'p2'}], nextToken: null}"));
        assertThat(run.value()).isEqualTo(Json.of("{items: [{id: 'p1'}, {id: 'p2'}], nextToken: null}"));
    }

    @Test
    void stopsAtAFullPageOfFirstNames() {
        Run run = searchPeople.resolve(
                ANN, "{prefix: 'em', limit: 1}", Answer.result("{items: [{id: 'p1'}], nextToken: 'n2'}"));
        assertThat(run.value()).isEqualTo(Json.of("{items: [{id: 'p1'}], nextToken: 'first:n2'}"));
    }

    @Test
    void goesOnInFirstNames() {
        Run run = searchPeople.resolve(
                ANN, "{prefix: 'em', nextToken: 'first:n2'}", Answer.result("{items: [], nextToken: 'n3'}"));
        assertThat(run.lastSent().get("index").asText()).isEqualTo("byFirstName");
        assertThat(run.lastSent().get("nextToken").asText()).isEqualTo("n2");
        assertThat(run.value()).isEqualTo(Json.of("{items: [], nextToken: 'first:n3'}"));
    }

    @Test
    void leavesLastNamesToTheNextPageWhenThisOneIsFull() {
        Run run = searchPeople.resolve(
                ANN, "{prefix: 'em', limit: 1}", Answer.result("{items: [{id: 'p1'}], nextToken: null}"));
        assertThat(run.value()).isEqualTo(Json.of("{items: [{id: 'p1'}], nextToken: 'last:'}"));
    }

    @Test
    void beginsWithLastNames() {
        Run run = searchPeople.resolve(ANN, "{prefix: 'em', limit: 5, nextToken: 'last:'}", NOBODY);
        assertThat(run.sent()).hasSize(1);
        assertThat(run.lastSent().get("index").asText()).isEqualTo("byLastName");
        assertThat(run.lastSent().get("limit")).isEqualTo(Json.of("5"));
        assertThat(withoutNulls(run.lastSent()).has("nextToken")).isFalse();
    }

    @Test
    void goesOnInLastNames() {
        Run run = searchPeople.resolve(
                ANN, "{prefix: 'em', nextToken: 'last:n2'}", Answer.result("{items: [{id: 'p9'}], nextToken: 'n3'}"));
        assertThat(run.lastSent().get("nextToken").asText()).isEqualTo("n2");
        assertThat(run.value()).isEqualTo(Json.of("{items: [{id: 'p9'}], nextToken: 'last:n3'}"));
    }

    @Test
    void doesNotTakeTheTokenOfOneIndexToTheOther() {
        Run run = searchPeople.resolve(ANN, "{prefix: 'em', nextToken: 'first:n2'}", NOBODY, NOBODY);
        assertThat(withoutNulls(run.lastSent()).has("nextToken")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n2", "middle:n2", "firstn2"})
    void refusesOtherTokens(String token) {
        Run run = searchPeople.resolve(ANN, "{prefix: 'em', nextToken: '%s'}".formatted(token));
        assertThat(run.refusal().type()).isEqualTo("BadRequest");
        assertThat(run.refusal().message()).isEqualTo("nextToken must be one that searchPeople gave.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101"})
    void refusesOtherLimits(String limit) {
        Run run = searchPeople.resolve(ANN, "{prefix: 'em', limit: %s}".formatted(limit));
        assertThat(run.refusal().message()).isEqualTo("limit must be from 1 to 100.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void refusesABlankPrefix(String prefix) {
        assertThat(searchPeople
                        .resolve(ANN, "{prefix: '%s'}".formatted(prefix))
                        .refusal()
                        .message())
                .isEqualTo("prefix must have 1 to 100 characters.");
    }

    @Test
    void refusesALongPrefix() {
        Run run = searchPeople.resolve(ANN, "{prefix: '%s'}".formatted("a".repeat(101)));
        assertThat(run.refusal().type()).isEqualTo("BadRequest");
        assertThat(run.sent()).isEmpty();
    }

    @Test
    void passesOnTheDataSourcesError() {
        Run run = searchPeople.resolve(
                ANN,
                "{prefix: 'em', nextToken: 'last:forged'}",
                Answer.failure("BadRequest", "No such token.", "null"));
        assertThat(run.refusal().message()).isEqualTo("No such token.");
    }

    /** AppSync takes null for an option that is not there. */
    private static JsonNode withoutNulls(JsonNode document) {
        ((ObjectNode) document).properties().removeIf(e -> e.getValue().isNull());
        return document;
    }
}

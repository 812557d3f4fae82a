package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.appsync.DataSourceAnswer.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestTables.class)
class ReadTest {
    private static final String QUERY = "{operation: 'Query', index: 'byTeam', limit: 2,"
            + " query: {expression: 'team = :o', expressionValues: {':o': {S: '%s'}}}%s}";

    private final People people;

    ReadTest(People people) {
        this.people = people;
    }

    @Test
    void answersValuesAsPlainJson() throws Exception {
        people.create("1", """
                {text: {S: 'x'}, whole: {N: 7}, part: {N: '1.50'}, big: {N: '12345678901234567890123'}, yes: {BOOL: true},
                 none: {NULL: null}, bytes: {B: 'AQI='}, texts: {SS: ['b', 'a']}, numbers: {NS: [2]}, blobs: {BS: ['AQ==']},
                 list: {L: [{S: 'x'}, {N: 1}]}, map: {M: {deep: {L: [{M: {}}]}}}}""");
        assertThat(new ObjectMapper().readTree(people.stored("1").toString()))
                .isEqualTo(new ObjectMapper().readTree("""
                {"id": "1", "text": "x", "whole": 7, "part": 1.5, "big": 12345678901234567890123, "yes": true,
                 "none": null, "bytes": "AQI=", "texts": ["a", "b"], "numbers": [2], "blobs": ["AQ=="],
                 "list": ["x", 1], "map": {"deep": [{}]}, "_version": 1, "_lastChangedAt": 1767268800123}"""));
    }

    @Test
    void answersNullForAnItemThatIsNotThere() {
        assertThat(people.stored("nobody").isNull()).isTrue();
    }

    @Test
    void answersTheProjectionAlone() {
        people.create("1", "{name: {S: 'Ann'}}");
        assertThat(people.result("{operation: 'GetItem', key: {id: {S: '1'}}, projection: {expression: '#n',"
                        + " expressionNames: {'#n': 'name'}}}"))
                .isEqualTo(People.json("{name: 'Ann'}"));
    }

    @Test
    void scansPageByPage() {
        for (int id = 0; id < 5; id++) {
            people.create("p" + id, "{}");
        }
        assertThat(ids("{operation: 'Scan', limit: 2%s}")).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void queriesAnIndexPageByPage() {
        for (int id = 0; id < 5; id++) {
            people.create("p" + id, "{team: {S: 'o'}}");
        }
        people.create("p5", "{team: {S: 'x'}}");
        assertThat(ids(QUERY.formatted("o", "%s"))).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Scan', select: 'ALL_ATTRIBUTES'",
                "'Scan', select: 'ALL_PROJECTED_ATTRIBUTES', index: 'byTeam'",
                "'Scan', select: 'SPECIFIC_ATTRIBUTES', projection: {expression: 'id, team'}",
                "'Query', select: 'ALL_PROJECTED_ATTRIBUTES', index: 'byTeam',"
                        + " query: {expression: 'team = :o', expressionValues: {':o': {S: 'o'}}}"
            })
    void selectsAttributes(String document) {
        people.create("1", "{team: {S: 'o'}}");
        assertThat(people.result("{operation: " + document + "}")
                        .at("/items/0/team")
                        .asText())
                .isEqualTo("o");
    }

    @Test
    void refusesToCountAlone() {
        Failure failure = people.failure("{operation: 'Scan', select: 'COUNT'}");
        assertThat(failure.type()).isEqualTo("BadRequest");
        assertThat(failure.message())
                .isEqualTo("select must be one of ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES, SPECIFIC_ATTRIBUTES.");
    }

    @Test
    void filtersAfterTheLimit() {
        people.create("1", "{name: {S: 'Ann'}}");
        JsonNode page = people.result("{operation: 'Scan', filter: {expression: '#n <> :n', expressionNames: {'#n':"
                + " 'name'}, expressionValues: {':n': {S: 'Ann'}}}}");
        assertThat(page).isEqualTo(People.json("{items: [], nextToken: null, scannedCount: 1}"));
    }

    @Test
    void sharesThePlaceholdersOfQueryAndFilter() {
        people.create("1", "{team: {S: 'o'}}");
        assertThat(people.result(QUERY.formatted(
                                "o", ", filter: {expression: 'id <> :o', expressionValues: {':o': {S: 'o'}}}"))
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void refusesAPlaceholderWithTwoMeanings() {
        assertThat(people.failure(QUERY.formatted(
                                "o", ", filter: {expression: 'a = :o', expressionValues: {':o': {S: 'p'}}}"))
                        .message())
                .isEqualTo("The placeholder :o stands for two different things.");
    }

    @Test
    void refusesATokenThatWasChanged() {
        people.create("1", "{}");
        people.create("2", "{}");
        String token =
                people.result("{operation: 'Scan', limit: 1}").get("nextToken").asText();
        char other = token.charAt(20) == 'A' ? 'B' : 'A';
        assertInvalid(
                "{operation: 'Scan', nextToken: '%s'}".formatted(token.substring(0, 20) + other + token.substring(21)));
    }

    @Test
    void refusesATokenThatIsNone() {
        assertInvalid("{operation: 'Scan', nextToken: 'x'}");
    }

    @Test
    void refusesATokenOfAnotherOperation() {
        people.create("1", "{}");
        people.create("2", "{}");
        String token =
                people.result("{operation: 'Scan', limit: 1}").get("nextToken").asText();
        assertInvalid("{operation: 'Sync', nextToken: '%s'}".formatted(token));
    }

    @Test
    void refusesATokenOfAnotherQuery() {
        for (int id = 0; id < 3; id++) {
            people.create("p" + id, "{team: {S: 'o'}}");
        }
        String token = people.result(QUERY.formatted("o", "")).get("nextToken").asText();
        assertInvalid(QUERY.formatted("x", ", nextToken: '" + token + "'"));
    }

    @Test
    void hidesWhereAPageEnds() {
        people.create("secret", "{}");
        assertThat(people.result("{operation: 'Scan', limit: 1}")
                        .get("nextToken")
                        .asText())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {operation: 'GetItem', key: {id: {S: '1'}}, limit: 1}    | Unsupported element '$[limit]'.
            {operation: 'Scan', filter: {expresion: 'x'}}            | Unsupported element '$[filter][expresion]'.
            {operation: 'Explode'}                                   | Unsupported operation 'Explode'.
            {key: {id: {S: '1'}}}                                    | Value for field '$[operation]' not found.
            {operation: 'GetItem'}                                   | Value for field '$[key]' not found.
            {operation: 'GetItem', key: {id: {X: '1'}}}              | Unsupported element '$[key][id][X]'.
            {operation: 'Scan', limit: 'x'}                          | Expected JSON integer at '$[limit]'
            {operation: 'Sync', lastSync: 1.5}                       | Expected JSON integer at '$[lastSync]'
            {operation: 'GetItem', key: {id: 'raw'}}                 | Expected JSON object for attribute value '$[key][id]'
            """)
    void namesWhatItDoesNotUnderstand(String document, String message) {
        assertThat(people.failure(document.replace('`', '\'')).message()).startsWith(message);
    }

    private void assertInvalid(String document) {
        Failure failure = people.failure(document);
        assertThat(failure.type()).isEqualTo("BadRequest");
        assertThat(failure.message()).isEqualTo("Invalid pagination token given.");
    }

    private List<String> ids(String document) {
        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = people.result(document.formatted(token));
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            JsonNode next = page.get("nextToken");
            token = next.isNull() ? "" : ", nextToken: '" + next.asText() + "'";
        } while (!token.isEmpty());
        return ids;
    }
}

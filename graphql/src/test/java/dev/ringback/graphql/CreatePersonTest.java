package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class CreatePersonTest {
    private static final Answer CREATED = Answer.result("{id: 'p1', _version: 1}");
    private static final String EMILE = "{input: {id: 'p1', firstName: 'Émile', lastName: 'Zola', clientId: 'd1'}}";

    @AutoClose
    private final Field createPerson = new Field("Mutation.createPerson");

    @Test
    void putsThePersonWithItsOwnerAndWhatSearchesRead() {
        JsonNode put = put(EMILE);
        Instant now = Instant.parse(put.at("/attributeValues/createdAt/S").asText());
        assertThat(now).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(put).isEqualTo(Json.of("""
                {
                  operation: 'PutItem',
                  key: {id: {S: 'p1'}},
                  attributeValues: {
                    __typename: {S: 'Person'},
                    firstName: {S: 'Émile'},
                    lastName: {S: 'Zola'},
                    clientId: {S: 'd1'},
                    firstInitial: {S: 'e'},
                    firstLast: {S: 'emile zola'},
                    lastInitial: {S: 'z'},
                    lastFirst: {S: 'zola emile'},
                    owner: {S: 'ann'},
                    createdAt: {S: '%1$s'},
                    updatedAt: {S: '%1$s'}
                  },
                  condition: {expression: '(attribute_not_exists(#id))', expressionNames: {'#id': 'id'}}
                }""".formatted(
                        put.at("/attributeValues/createdAt/S").asText())));
    }

    @Test
    void answersWithWhatWasStored() {
        Run run = createPerson.resolve(Callers.user("ann"), EMILE, CREATED);
        assertThat(run.value()).isEqualTo(Json.of("{id: 'p1', _version: 1}"));
    }

    @Test
    void makesUpAnIdWhereNoneIsGiven() {
        String id = put("{input: {firstName: 'A', lastName: 'B', clientId: 'd1'}}")
                .at("/key/id/S")
                .asText();
        assertThat(id).matches("[0-9a-f-]{36}");
    }

    @Test
    void makesUpAnIdWhereNullIsGiven() {
        String id = put("{input: {id: null, firstName: 'A', lastName: 'B', clientId: 'd1'}}")
                .at("/key/id/S")
                .asText();
        assertThat(id).matches("[0-9a-f-]{36}");
    }

    @Test
    void requiresTheCallersConditionToo() {
        JsonNode condition = put("""
                {input: {id: 'p1', firstName: 'A', lastName: 'B', clientId: 'd1'},
                 condition: {clientId: {ne: 'd1'}}}""").get("condition");
        assertThat(condition.get("expression").asText())
                .contains("attribute_not_exists(#id)", " AND ", "#clientId <> :");
        assertThat(condition.get("expressionValues")).singleElement().isEqualTo(Json.of("{S: 'd1'}"));
    }

    @Test
    void takesTheCallersOwnSubAsOwner() {
        assertThat(put("{input: {id: 'p1', firstName: 'A', lastName: 'B', clientId: 'd1', owner: 'ann'}}")
                        .at("/attributeValues/owner/S")
                        .asText())
                .isEqualTo("ann");
    }

    @Test
    void takesNullAsOwner() {
        assertThat(put("{input: {id: 'p1', firstName: 'A', lastName: 'B', clientId: 'd1', owner: null}}")
                        .at("/attributeValues/owner/S")
                        .asText())
                .isEqualTo("ann");
    }

    @Test
    void refusesSomebodyElseAsOwner() {
        Run run = createPerson.resolve(
                Callers.user("ann"),
                "{input: {id: 'p1', firstName: 'A', lastName: 'B', clientId: 'd1', owner: 'bob'}}");
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
        assertThat(run.sent()).isEmpty();
    }

    @Test
    void refusesNobodyAsOwner() {
        Run run = createPerson.resolve(
                Callers.user("ann"), "{input: {id: 'p1', firstName: 'A', lastName: 'B', clientId: 'd1', owner: ''}}");
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
    }

    @Test
    void refusesACallerWhoIsNoUser() {
        assertThat(createPerson.resolve(Callers.backend(), EMILE).refusal().type())
                .isEqualTo("Unauthorized");
    }

    @Test
    void writesNothingThatTheDataSourceWritesItself() {
        JsonNode put = put("{input: {id: 'p1', firstName: 'A', lastName: 'B', clientId: 'd1', _version: 7}}");
        assertThat(StreamSupport.stream(
                        ((Iterable<String>) put.get("attributeValues")::fieldNames).spliterator(), false))
                .noneMatch(name -> name.startsWith("_") && !name.equals("__typename"));
        assertThat(put.has("_version")).isFalse();
    }

    @Test
    void passesOnThatTheIdIsTaken() {
        Run run = createPerson.resolve(
                Callers.user("ann"),
                EMILE,
                Answer.failure("ConditionalCheckFailedException", "The conditional request failed", "null"));
        assertThat(run.refusal().type()).isEqualTo("ConditionalCheckFailedException");
    }

    private JsonNode put(String arguments) {
        return createPerson.resolve(Callers.user("ann"), arguments, CREATED).lastSent();
    }
}

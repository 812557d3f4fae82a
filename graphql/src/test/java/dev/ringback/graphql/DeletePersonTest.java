package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class DeletePersonTest {
    private static final Answer ANNS = Answer.result("{id: 'p1', owner: 'ann', _version: 3}");
    private static final Answer DELETED = Answer.result("{id: 'p1', _version: 4, _deleted: true}");
    private static final String DELETE = "{input: {id: 'p1', _version: 3}}";

    @AutoClose
    private final Field deletePerson = new Field("Mutation.deletePerson");

    @Test
    void deletesWithTheKeyAndTheVersion() {
        Run run = deletePerson.resolve(Callers.backend(), DELETE, ANNS, DELETED);
        assertThat(run.lastSent()).isEqualTo(Json.of("""
                {
                  operation: 'DeleteItem',
                  key: {id: {S: 'p1'}},
                  condition: {expression: '(attribute_exists(#id))', expressionNames: {'#id': 'id'}},
                  _version: 3
                }"""));
    }

    @Test
    void answersWithTheTombstone() {
        Run run = deletePerson.resolve(Callers.user("ann"), DELETE, ANNS, DELETED);
        assertThat(run.value()).isEqualTo(Json.of("{id: 'p1', _version: 4, _deleted: true}"));
    }

    @Test
    void requiresTheOwnerAgainWithTheWrite() {
        Run run = deletePerson.resolve(Callers.user("ann"), DELETE, ANNS, DELETED);
        assertThat(run.lastSent().at("/condition/expression").asText()).contains("attribute_exists(#id)", "#owner = :");
        assertThat(run.lastSent().at("/condition/expressionValues"))
                .singleElement()
                .isEqualTo(Json.of("{S: 'ann'}"));
    }

    @Test
    void letsAnOperatorDeleteAnybody() {
        Run run = deletePerson.resolve(Callers.operator("olga"), DELETE, ANNS, DELETED);
        assertThat(run.lastSent().at("/condition/expressionNames")).isEqualTo(Json.of("{'#id': 'id'}"));
    }

    @Test
    void refusesAStranger() {
        Run run = deletePerson.resolve(Callers.user("bob"), DELETE, ANNS);
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
        assertThat(run.sent()).hasSize(1);
    }

    @Test
    void takesAMissingVersionAsZero() {
        Run run = deletePerson.resolve(Callers.user("ann"), "{input: {id: 'p1'}}", ANNS, DELETED);
        assertThat(run.lastSent().get("_version")).isEqualTo(Json.of("0"));
    }

    @Test
    void requiresTheCallersConditionToo() {
        Run run = deletePerson.resolve(
                Callers.operator("olga"),
                "{input: {id: 'p1', _version: 3}, condition: {lastName: {beginsWith: 'L'}}}",
                ANNS,
                DELETED);
        assertThat(run.lastSent().at("/condition/expression").asText())
                .contains("attribute_exists(#id)", "begins_with(#lastName,");
    }

    @Test
    void leavesAMissingPersonToTheWritesCondition() {
        Run run = deletePerson.resolve(
                Callers.user("ann"),
                DELETE,
                Answer.result("null"),
                Answer.failure("ConditionalCheckFailedException", "The conditional request failed", "null"));
        assertThat(run.refusal().type()).isEqualTo("ConditionalCheckFailedException");
    }

    @Test
    void passesOnAFailureToRead() {
        Run run = deletePerson.resolve(
                Callers.user("ann"),
                DELETE,
                Answer.failure("DynamoDB:ProvisionedThroughputExceeded", "Slow down", "null"));
        assertThat(run.refusal().message()).isEqualTo("Slow down");
        assertThat(run.sent()).hasSize(1);
    }

    @Test
    void passesOnTheServersPersonAfterAConflict() {
        Run run = deletePerson.resolve(
                Callers.user("ann"),
                DELETE,
                ANNS,
                Answer.failure("ConflictUnhandled", "Conflict resolver rejects mutation.", "{id: 'p1', _version: 5}"));
        assertThat(run.refusal().data()).isEqualTo(Json.of("{id: 'p1', _version: 5}"));
    }
}

package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class UpdatePersonTest {
    private static final Answer ANNS =
            Answer.result("{id: 'p1', owner: 'ann', firstName: 'Ann', lastName: 'Lee', clientId: 'd1', _version: 3}");
    private static final Answer UPDATED = Answer.result("{id: 'p1', _version: 4}");
    private static final String CLIENT = "{input: {id: 'p1', clientId: 'd2', _version: 3}}";

    @AutoClose
    private final Field updatePerson = new Field("Mutation.updatePerson");

    @Test
    void readsThePersonAsItIsNow() {
        Run run = updatePerson.resolve(Callers.user("ann"), CLIENT, ANNS, UPDATED);
        assertThat(run.sent().getFirst())
                .isEqualTo(Json.of("{operation: 'GetItem', key: {id: {S: 'p1'}}, consistentRead: true}"));
    }

    @Test
    void setsTheGivenFieldsAlone() {
        JsonNode update = update(CLIENT);
        String now = update.at("/update/expressionValues/:updatedAt/S").asText();
        assertThat(Instant.parse(now)).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(update.get("update")).isEqualTo(Json.of("""
                {
                  expression: 'SET #clientId = :clientId, #updatedAt = :updatedAt',
                  expressionNames: {'#clientId': 'clientId', '#updatedAt': 'updatedAt'},
                  expressionValues: {':clientId': {S: 'd2'}, ':updatedAt': {S: '%s'}}
                }""".formatted(now)));
    }

    @Test
    void sendsTheKeyAndTheVersion() {
        JsonNode update = update(CLIENT);
        assertThat(update.get("operation").asText()).isEqualTo("UpdateItem");
        assertThat(update.get("key")).isEqualTo(Json.of("{id: {S: 'p1'}}"));
        assertThat(update.get("_version")).isEqualTo(Json.of("3"));
    }

    @Test
    void takesAMissingVersionAsZero() {
        assertThat(update("{input: {id: 'p1', clientId: 'd2'}}").get("_version"))
                .isEqualTo(Json.of("0"));
    }

    @Test
    void requiresTheOwnerAgainWithTheWrite() {
        JsonNode condition = update(CLIENT).get("condition");
        assertThat(condition.get("expression").asText()).contains("attribute_exists(#id)", " AND ", "#owner = :");
        assertThat(condition.get("expressionValues")).singleElement().isEqualTo(Json.of("{S: 'ann'}"));
    }

    @Test
    void keepsItsOwnConditionBesideOneOnTheSameField() {
        JsonNode condition = update("{input: {id: 'p1', clientId: 'd2'}, condition: {owner: {eq: 'bob'}}}")
                .get("condition");
        assertThat(condition.get("expressionValues"))
                .containsExactlyInAnyOrder(Json.of("{S: 'ann'}"), Json.of("{S: 'bob'}"));
    }

    @Test
    void foldsTheFullNameWhenOneNameChanges() {
        JsonNode values = update("{input: {id: 'p1', lastName: 'Müller'}}").at("/update/expressionValues");
        assertThat(values.at("/:firstLast/S").asText()).isEqualTo("ann muller");
        assertThat(values.at("/:lastFirst/S").asText()).isEqualTo("muller ann");
        assertThat(values.at("/:lastInitial/S").asText()).isEqualTo("m");
        assertThat(values.has(":firstName")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstName", "lastName", "clientId"})
    void refusesNull(String field) {
        Run run = updatePerson.resolve(Callers.user("ann"), "{input: {id: 'p1', %s: null}}".formatted(field));
        assertThat(run.refusal().type()).isEqualTo("BadRequest");
        assertThat(run.sent()).isEmpty();
    }

    @Test
    void refusesAStranger() {
        Run run = updatePerson.resolve(Callers.user("bob"), CLIENT, ANNS);
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
        assertThat(run.sent()).hasSize(1);
    }

    @Test
    void refusesAnOperator() {
        Run run = updatePerson.resolve(Callers.operator("olga"), CLIENT, ANNS);
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
    }

    @Test
    void refusesAnybodyWhereNobodyOwnsThePerson() {
        Run run = updatePerson.resolve(Callers.user("bob"), CLIENT, Answer.result("{id: 'p1', firstName: 'Ann'}"));
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
    }

    @Test
    void refusesCredentialsOfAnIdentityPool() {
        Run run = updatePerson.resolve(
                Callers.identityPoolGuest(), CLIENT, Answer.result("{id: 'p1', firstName: 'Ann'}"));
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
        assertThat(run.sent()).isEmpty();
    }

    @Test
    void letsTheBackendChangeAnybody() {
        Run run = updatePerson.resolve(Callers.backend(), CLIENT, ANNS, UPDATED);
        assertThat(run.value()).isEqualTo(Json.of("{id: 'p1', _version: 4}"));
        assertThat(run.lastSent().at("/condition/expressionNames")).isEqualTo(Json.of("{'#id': 'id'}"));
    }

    @Test
    void refusesToGiveAPersonAway() {
        Run run = updatePerson.resolve(Callers.user("ann"), "{input: {id: 'p1', owner: 'bob'}}", ANNS);
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
    }

    @Test
    void doesNotWriteTheOwner() {
        JsonNode update = update("{input: {id: 'p1', clientId: 'd2', owner: 'ann'}}");
        assertThat(update.at("/update/expressionNames/#owner").isMissingNode()).isTrue();
    }

    @Test
    void leavesAMissingPersonToTheWritesCondition() {
        Run run = updatePerson.resolve(
                Callers.user("ann"),
                "{input: {id: 'p1', firstName: 'Anna'}}",
                Answer.result("null"),
                Answer.failure("ConditionalCheckFailedException", "The conditional request failed", "null"));
        assertThat(run.refusal().type()).isEqualTo("ConditionalCheckFailedException");
        assertThat(run.lastSent().at("/condition/expression").asText()).contains("attribute_exists(#id)", "#owner = :");
    }

    @Test
    void passesOnTheServersPersonAfterAConflict() {
        Run run = updatePerson.resolve(
                Callers.user("ann"),
                CLIENT,
                ANNS,
                Answer.failure(
                        "ConflictUnhandled",
                        "Conflict resolver rejects mutation.",
                        "{id: 'p1', _version: 5, _deleted: true, _lastChangedAt: 1601499066604}"));
        assertThat(run.refusal().type()).isEqualTo("ConflictUnhandled");
        assertThat(run.refusal().message()).isEqualTo("Conflict resolver rejects mutation.");
        assertThat(run.refusal().data())
                .isEqualTo(Json.of("{id: 'p1', _version: 5, _deleted: true, _lastChangedAt: 1601499066604}"));
    }

    private JsonNode update(String arguments) {
        return updatePerson
                .resolve(Callers.user("ann"), arguments, ANNS, UPDATED)
                .lastSent();
    }
}

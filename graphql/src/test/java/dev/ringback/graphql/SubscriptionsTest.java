package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"Subscription.onCreatePerson", "Subscription.onUpdatePerson", "Subscription.onDeletePerson"})
class SubscriptionsTest {
    private static final JsonNode ANN = Callers.user("ann");

    /** Nobody's id is empty. */
    private static final String EVERYBODY =
            "{filterGroup: [{filters: [{fieldName: 'id', operator: 'ne', value: '!'}]}]}";

    @AutoClose
    private final Field field;

    SubscriptionsTest(String name) {
        this.field = new Field(name);
    }

    @Test
    void setsTheSubscribersFilter() {
        Run run = field.resolve(ANN, "{filter: {clientId: {eq: 'd1'}}}");
        assertThat(run.filter()).contains(Json.of("""
                {filterGroup: [{filters: [{fieldName: 'clientId', operator: 'eq', value: 'd1'}]}]}"""));
    }

    @Test
    void setsNoFilterWhereNoneIsGiven() {
        assertThat(field.resolve(ANN, "{}").filter()).isEmpty();
    }

    @Test
    void letsEverybodyThroughForNull() {
        assertThat(field.resolve(ANN, "{filter: null}").filter()).contains(Json.of(EVERYBODY));
    }

    @Test
    void letsEverybodyThroughForAnEmptyFilter() {
        assertThat(field.resolve(ANN, "{filter: {}}").filter()).contains(Json.of(EVERYBODY));
    }

    @Test
    void answersNull() {
        assertThat(field.resolve(ANN, "{filter: {clientId: {eq: 'd1'}}}").value())
                .isEqualTo(Json.of("null"));
    }
}

package dev.ringback.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class CallEventsTest {
    private static final String EVENT = """
            {owner: 'ann', callId: 'c1', state: 'ENDED', reason: 'HANGUP', callerId: 'd1', calleeId: 'd2',
             answeredBy: 'd3', at: '2026-01-01T12:00:00.123Z', ringUntil: '2026-01-01T12:00:45Z', version: 3}""";
    private static final String ANNS_FILTER =
            "{filterGroup: [{filters: [{fieldName: 'owner', operator: 'eq', value: 'ann'}]}]}";

    private static final JsonNode BOB_CALLED_ANN = Json.of("""
            {sub: 'bob', username: 'ann', groups: null,
             claims: {sub: 'bob', username: 'ann', 'cognito:username': 'ann', 'custom:sub': 'ann'}}""");

    @AutoClose
    private final Field publishCallEvent = new Field("Mutation.publishCallEvent");

    @AutoClose
    private final Field onCallEvent = new Field("Subscription.onCallEvent");

    @Test
    void answersTheEventAsItIs() {
        assertThat(publishCallEvent
                        .resolve(Callers.backend(), "{event: %s}".formatted(EVENT))
                        .value())
                .isEqualTo(Json.of(EVENT));
    }

    @Test
    void refusesToPublishForCredentialsOfAnIdentityPool() {
        Run run = publishCallEvent.resolve(Callers.identityPoolGuest(), "{event: %s}".formatted(EVENT));
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
    }

    @Test
    void letsAUserFollowTheEventsOfHisOwn() {
        Run run = onCallEvent.resolve(Callers.user("ann"), "{owner: 'ann'}");
        assertThat(run.error()).isEmpty();
        assertThat(run.value()).isEqualTo(Json.of("null"));
    }

    @Test
    void letsNoEventThroughButThoseOfTheTokensSub() {
        assertThat(onCallEvent.resolve(Callers.user("ann"), "{owner: 'ann'}").filter())
                .contains(Json.of(ANNS_FILTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "", "ANN", "ann ", "annabel"})
    void refusesToFollowAnother(String owner) {
        Run run = onCallEvent.resolve(Callers.user("ann"), "{owner: '%s'}".formatted(owner));
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
        assertThat(run.filter()).isEmpty();
    }

    @Test
    void refusesAnOperatorLikeAnybodyElse() {
        assertThat(onCallEvent
                        .resolve(Callers.operator("olga"), "{owner: 'ann'}")
                        .refusal()
                        .type())
                .isEqualTo("Unauthorized");
    }

    @Test
    void goesByTheSubAndByNoOtherClaim() {
        Run run = onCallEvent.resolve(BOB_CALLED_ANN, "{owner: 'ann'}");
        assertThat(run.refusal().type()).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{owner: 'ann'}", "{owner: ''}", "{owner: null}", "{}"})
    void refusesWhoHasNoSub(String arguments) {
        assertThat(onCallEvent.resolve(Callers.backend(), arguments).refusal().type())
                .isEqualTo("Unauthorized");
    }
}

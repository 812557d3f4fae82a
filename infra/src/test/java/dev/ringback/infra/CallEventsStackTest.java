package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;

class CallEventsStackTest {
    private final StackTemplate template;
    private final Exports exports;

    CallEventsStackTest(@Synthesized("full") Assembly full) {
        template = full.template("Calling");
        exports = Exports.of(full);
    }

    @Test
    void theFunctionGetsWhatItsCodeReads() {
        assertThat(function().at("/Environment/Variables").fieldNames())
                .toIterable()
                .containsExactly("ENVIRONMENT_NAME", "EVENT_BUS_NAME", "GRAPHQL_URL");
    }

    @Test
    void theFunctionIsNamedAsItsModuleNamesIt() {
        assertThat(function().path("Handler").asText())
                .isEqualTo("dev.ringback.callevents.CallEventsHandler::handleRequest");
    }

    @Test
    void theFunctionHasHalfAMinute() {
        assertThat(function().path("Timeout").intValue()).isEqualTo(30);
    }

    @Test
    void itPublishesWherePhonesSubscribe() {
        assertThat(exports.text(function().at("/Environment/Variables/GRAPHQL_URL")))
                .isEqualTo("${ApiGraphqlApi7E3125EF.GraphQLUrl}");
    }

    @Test
    void itSeesEveryChangeOfACallAndNothingElse() {
        JsonNode filters = template.resource("AWS::Lambda::EventSourceMapping", "CallEventsFunctionLiveCalls")
                .at("/Properties/FilterCriteria/Filters");
        assertThat(filters).hasSize(1);
        assertThat(filters.at("/0/Pattern").asText())
                .isEqualTo("{\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":[{\"exists\":true}]}}}}");
    }

    @Test
    void theBusIsNamedAfterTheEnvironment() {
        assertThat(template.only("AWS::Events::EventBus").at("/Properties/Name").asText())
                .isEqualTo("ringback-full");
    }

    @Test
    void theFunctionAndAnOperatorKnowTheBus() {
        String bus =
                template.resources("AWS::Events::EventBus").keySet().iterator().next();
        assertThat(function().at("/Environment/Variables/EVENT_BUS_NAME/Ref").asText())
                .isEqualTo(bus);
        assertThat(template.json().at("/Outputs/EventBusName/Value/Ref").asText())
                .isEqualTo(bus);
    }

    @Test
    void noOtherAccountMayWriteToTheBus() {
        assertThat(template.resources("AWS::Events::EventBusPolicy")).isEmpty();
    }

    private JsonNode function() {
        return template.resource("AWS::Lambda::Function", "CallEventsFunction").path("Properties");
    }
}

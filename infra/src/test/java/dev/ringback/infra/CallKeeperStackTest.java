package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;

class CallKeeperStackTest {
    private static final String LIVE = "CallKeeperFunctionLive";

    private final StackTemplate template;

    CallKeeperStackTest(@Synthesized("full") Assembly full) {
        template = full.template("Calling");
    }

    @Test
    void theFunctionGetsWhatItsCodeReads() {
        assertThat(function().at("/Environment/Variables").fieldNames())
                .toIterable()
                .containsExactly("BANDWIDTH_SECRET_ARN", "CALLS_TABLE", "DEVICE_INFO_TABLE", "ENVIRONMENT_NAME");
    }

    @Test
    void theFunctionIsNamedAsItsModuleNamesIt() {
        assertThat(function().path("Handler").asText())
                .isEqualTo("dev.ringback.callkeeper.CallKeeperHandler::handleRequest");
    }

    @Test
    void theFunctionHasHalfAMinute() {
        assertThat(function().path("Timeout").intValue()).isEqualTo(30);
    }

    @Test
    void itSeesCallsThatAreOverAndNotYetReleased() {
        JsonNode filters = template.resource("AWS::Lambda::EventSourceMapping", LIVE + "Calls")
                .at("/Properties/FilterCriteria/Filters");
        assertThat(filters).hasSize(1);
        assertThat(filters.at("/0/Pattern").asText())
                .isEqualTo("{\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":"
                        + "[\"ENDED\",\"DECLINED\",\"CANCELLED\",\"MISSED\",\"UNREACHABLE\",\"FAILED\"]},"
                        + "\"leased\":{\"S\":[{\"exists\":true}]}}}}");
    }

    @Test
    void itSweepsEveryMinute() {
        JsonNode rule =
                template.resource("AWS::Events::Rule", "CallKeeperSweep").path("Properties");
        assertThat(rule.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
        assertThat(rule.path("State").asText()).isEqualTo("ENABLED");
    }

    @Test
    void aSweepStartsAtTheLiveAlias() {
        JsonNode targets =
                template.resource("AWS::Events::Rule", "CallKeeperSweep").at("/Properties/Targets");
        assertThat(targets).hasSize(1);
        assertThat(targets.at("/0/Arn/Ref").asText()).startsWith(LIVE);
    }

    @Test
    void noOtherRuleMayStartIt() {
        JsonNode permission = template.resources("AWS::Lambda::Permission").values().stream()
                .map(resource -> resource.path("Properties"))
                .filter(properties ->
                        properties.at("/FunctionName/Ref").asText().startsWith(LIVE))
                .reduce((one, other) -> {
                    throw new AssertionError("More than one permission");
                })
                .orElseThrow();
        assertThat(permission.path("Principal").asText()).isEqualTo("events.amazonaws.com");
        assertThat(permission.at("/SourceArn/Fn::GetAtt/0").asText())
                .isIn(template.resources("AWS::Events::Rule").keySet());
    }

    @Test
    void aSweepThatCannotStartIsLeftToTheNext() {
        assertThat(template.resource("AWS::Events::Rule", "CallKeeperSweep")
                        .at("/Properties/Targets/0/RetryPolicy")
                        .toString())
                .isEqualTo("{\"MaximumEventAgeInSeconds\":60,\"MaximumRetryAttempts\":0}");
    }

    @Test
    void aSweepThatFailedIsLeftToTheNext() {
        JsonNode config = template.only("AWS::Lambda::EventInvokeConfig").path("Properties");
        assertThat(config.findValuesAsText("Ref"))
                .anySatisfy(id -> assertThat(id).startsWith(LIVE));
        assertThat(config.path("MaximumRetryAttempts").intValue()).isZero();
        assertThat(config.path("MaximumEventAgeInSeconds").intValue()).isEqualTo(60);
    }

    private JsonNode function() {
        return template.resource("AWS::Lambda::Function", "CallKeeperFunction").path("Properties");
    }
}

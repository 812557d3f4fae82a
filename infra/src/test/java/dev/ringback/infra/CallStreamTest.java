package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How both functions follow the changes of calls. */
class CallStreamTest {
    private static final String KEEPER = "CallKeeperFunction";
    private static final String EVENTS = "CallEventsFunction";

    private final StackTemplate template;
    private final Exports exports;

    CallStreamTest(@Synthesized("full") Assembly full) {
        template = full.template("Calling");
        exports = Exports.of(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void aFunctionFollowsTheCallsTable(String function) {
        assertThat(exports.text(mapping(function).path("EventSourceArn"))).isEqualTo("${Calls3682725C.StreamArn}");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void changesGoToItsLiveAlias(String function) {
        JsonNode name = mapping(function).path("FunctionName");
        assertThat(name.findValuesAsText("Ref")).singleElement().asString().startsWith(function + "Live");
        assertThat(name.at("/Fn::Join/1/1").asText()).isEqualTo(":live");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void noChangeIsMissedWhileTheFirstDeploymentRuns(String function) {
        assertThat(mapping(function).path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void aChangeWaitsForNoOther(String function) {
        assertThat(mapping(function).path("MaximumBatchingWindowInSeconds").intValue())
                .isZero();
        assertThat(mapping(function).path("BatchSize").intValue()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void whatWasHandledIsNotHandledAgain(String function) {
        assertThat(mapping(function).path("FunctionResponseTypes").toString())
                .isEqualTo("[\"ReportBatchItemFailures\"]");
        assertThat(mapping(function).path("BisectBatchOnFunctionError").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void aChangeThatCannotBeHandledIsInTheWayForFiveMinutes(String function) {
        assertThat(mapping(function).path("MaximumRecordAgeInSeconds").intValue())
                .isEqualTo(300);
        assertThat(mapping(function).path("MaximumRetryAttempts").intValue()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEPER, EVENTS})
    void whatWasGivenUpIsQueued(String function) {
        assertThat(mapping(function)
                        .at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
                        .asText())
                .startsWith("CallStreamFailures");
    }

    @Test
    void theQueueIsEncryptedAndForgetsAfterFourDays() {
        assertThat(template.resource("AWS::SQS::Queue", "CallStreamFailures")
                        .path("Properties")
                        .toString())
                .isEqualTo("{\"MessageRetentionPeriod\":345600,\"SqsManagedSseEnabled\":true}");
    }

    @Test
    void theQueueRefusesPlainHttp() {
        JsonNode statement = template.resource("AWS::SQS::QueuePolicy", "CallStreamFailuresPolicy")
                .at("/Properties/PolicyDocument/Statement/0");
        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.path("Condition").toString()).isEqualTo("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    @Test
    void anOperatorLearnsWhereFailuresAre() {
        assertThat(template.json()
                        .at("/Outputs/StreamFailuresQueueUrl/Value/Ref")
                        .asText())
                .startsWith("CallStreamFailures");
    }

    private JsonNode mapping(String function) {
        return template.resource("AWS::Lambda::EventSourceMapping", function + "LiveCalls")
                .path("Properties");
    }
}

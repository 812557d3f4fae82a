package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTimeoutsTest {
    private static final String QUEUE = "RingTimeoutsQueue";
    private static final String DEAD_LETTERS = "RingTimeoutsDeadLetters";

    private final StackTemplate template;

    RingTimeoutsTest(@Synthesized("full") Assembly full) {
        template = full.template("Calling");
    }

    @Test
    void aMessageIsHiddenForSixTimesTheTimeoutOfItsFunction() {
        int timeout = template.resource("AWS::Lambda::Function", "CallKeeperFunction")
                .at("/Properties/Timeout")
                .intValue();
        assertThat(queue(QUEUE).path("VisibilityTimeout").intValue()).isEqualTo(6 * timeout);
    }

    @Test
    void whatFailsFiveTimesIsPutAside() {
        JsonNode redrive = queue(QUEUE).path("RedrivePolicy");
        assertThat(redrive.path("maxReceiveCount").intValue()).isEqualTo(5);
        assertThat(redrive.at("/deadLetterTargetArn/Fn::GetAtt/0").asText()).startsWith(DEAD_LETTERS);
    }

    @Test
    void whatWasPutAsideIsKeptForFourteenDays() {
        assertThat(queue(DEAD_LETTERS).path("MessageRetentionPeriod").intValue())
                .isEqualTo(14 * 24 * 60 * 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {QUEUE, DEAD_LETTERS})
    void aQueueIsEncrypted(String queue) {
        assertThat(queue(queue).path("SqsManagedSseEnabled").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {QUEUE, DEAD_LETTERS})
    void aQueueRefusesPlainHttp(String queue) {
        JsonNode statement = template.resource("AWS::SQS::QueuePolicy", queue + "Policy")
                .at("/Properties/PolicyDocument/Statement/0");
        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.path("Condition").toString()).isEqualTo("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    @Test
    void callApiKnowsTheQueue() {
        JsonNode url = template.resource("AWS::Lambda::Function", "CallApiFunction")
                .at("/Properties/Environment/Variables/RING_TIMEOUT_QUEUE_URL/Ref");
        assertThat(url.asText()).startsWith(QUEUE);
    }

    @Test
    void messagesGoToTheLiveAliasOfTheKeeper() {
        JsonNode function = mapping().path("FunctionName");
        assertThat(function.findValuesAsText("Ref")).singleElement().asString().startsWith("CallKeeperFunctionLive");
        assertThat(function.at("/Fn::Join/1/1").asText()).isEqualTo(":live");
    }

    @Test
    void messagesComeFromTheQueue() {
        assertThat(mapping().at("/EventSourceArn/Fn::GetAtt/0").asText()).startsWith(QUEUE);
    }

    @Test
    void oneFailedMessageDoesNotBringBackTheOthers() {
        assertThat(mapping().path("FunctionResponseTypes").toString()).isEqualTo("[\"ReportBatchItemFailures\"]");
    }

    @Test
    void anOperatorLearnsWhereDeadLettersAre() {
        assertThat(template.json()
                        .at("/Outputs/DeadRingTimeoutsQueueUrl/Value/Ref")
                        .asText())
                .startsWith(DEAD_LETTERS);
    }

    private JsonNode mapping() {
        return template.resource("AWS::Lambda::EventSourceMapping", "CallKeeperFunctionLiveRingTimeouts")
                .path("Properties");
    }

    private JsonNode queue(String name) {
        return template.resource("AWS::SQS::Queue", name).path("Properties");
    }
}

package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallAlarmsTest {
    private final StackTemplate template;

    CallAlarmsTest(@Synthesized("full") Assembly full) {
        template = full.template("Calling");
    }

    @ParameterizedTest
    @CsvSource({
        "DeadRingTimeouts, RingTimeoutsDeadLetters",
        "StreamFailures, CallStreamFailures",
        "UndeliveredStops, StopRingingDeadLetters"
    })
    void oneMessageInAQueueOfFailuresIsOneTooMany(String alarm, String queue) {
        JsonNode properties = alarm(alarm);
        assertThat(metric(properties)).isEqualTo("AWS/SQS ApproximateNumberOfMessagesVisible Maximum");
        assertThat(properties.at("/Dimensions/0/Value/Fn::GetAtt/0").asText()).matches(queue + "[0-9A-F]{8}");
        assertThat(limit(properties)).isEqualTo("GreaterThanOrEqualToThreshold 1 in 1 of 1");
    }

    @ParameterizedTest
    @CsvSource({"LateReleases, CallKeeperFunction", "LateEvents, CallEventsFunction"})
    void aFunctionThatStaysAMinuteBehindIsLate(String alarm, String function) {
        JsonNode properties = alarm(alarm);
        assertThat(metric(properties)).isEqualTo("AWS/Lambda IteratorAge Maximum");
        assertThat(properties.at("/Dimensions/0/Value/Ref").asText()).matches(function + "[0-9A-F]{8}");
        assertThat(limit(properties)).isEqualTo("GreaterThanOrEqualToThreshold 60000 in 3 of 3");
    }

    @Test
    void threeFailedSweepsOfFiveAreTooMany() {
        JsonNode properties = alarm("FailedSweeps");
        assertThat(metric(properties)).isEqualTo("AWS/Lambda AsyncEventsDropped Sum");
        assertThat(properties.at("/Dimensions/0/Value/Ref").asText()).matches("CallKeeperFunction[0-9A-F]{8}");
        assertThat(limit(properties)).isEqualTo("GreaterThanOrEqualToThreshold 1 in 3 of 5");
    }

    @Test
    void mediaThatIsGivenUpOnceIsOnceTooOften() {
        JsonNode properties = alarm("AbandonedMedia");
        assertThat(metric(properties)).isEqualTo("Ringback MediaAbandoned Sum");
        assertThat(properties.path("Dimensions").toString())
                .isEqualTo("[{\"Name\":\"Environment\",\"Value\":\"full\"}]");
        assertThat(limit(properties)).isEqualTo("GreaterThanOrEqualToThreshold 1 in 1 of 1");
    }

    @Test
    void fiveRequestsThatFailInFiveMinutesAreTooMany() {
        JsonNode properties = alarm("FailingRequests");
        assertThat(metric(properties)).isEqualTo("AWS/ApiGateway 5xx Sum");
        assertThat(properties.at("/Dimensions/0/Value/Ref").asText()).matches("CallApiHttpApi[0-9A-F]{8}");
        assertThat(limit(properties)).isEqualTo("GreaterThanOrEqualToThreshold 5 in 1 of 1");
        assertThat(properties.path("Period").intValue()).isEqualTo(300);
    }

    private JsonNode alarm(String name) {
        return template.resource("AWS::CloudWatch::Alarm", "Alarms" + name).path("Properties");
    }

    private static String metric(JsonNode alarm) {
        return alarm.path("Namespace").asText() + " " + alarm.path("MetricName").asText() + " "
                + alarm.path("Statistic").asText();
    }

    private static String limit(JsonNode alarm) {
        int periods = alarm.path("EvaluationPeriods").intValue();
        return alarm.path("ComparisonOperator").asText() + " "
                + alarm.path("Threshold").intValue() + " in "
                + alarm.path("DatapointsToAlarm").asInt(periods) + " of " + periods;
    }
}

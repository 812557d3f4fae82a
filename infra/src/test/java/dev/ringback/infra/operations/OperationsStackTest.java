package dev.ringback.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import dev.ringback.telemetry.Metric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsStackTest {
    private final StackTemplate full;
    private final StackTemplate bare;

    OperationsStackTest(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        this.full = full.template("Operations");
        this.bare = bare.template("Operations");
    }

    @Test
    void theTopicHasTheNameThatAlarmsCallItBy() {
        assertThat(full.only("AWS::SNS::Topic").at("/Properties/TopicName").asText())
                .isEqualTo("ringback-full-alarms");
        assertThat(full.json().at("/Outputs/AlarmTopicArn/Value").asText())
                .isEqualTo("arn:aws:sns:eu-central-1:111111111111:ringback-full-alarms");
    }

    @Test
    void theTopicRefusesPlainHttp() {
        assertThat(statement("Deny").path("Condition").toString())
                .isEqualTo("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    @Test
    void alarmsOfThisEnvironmentAndNoOthersMayTellTheTopic() {
        JsonNode allowed = statement("Allow");
        assertThat(allowed.at("/Principal/Service").asText()).isEqualTo("cloudwatch.amazonaws.com");
        assertThat(allowed.path("Action").asText()).isEqualTo("sns:Publish");
        assertThat(allowed.path("Condition").toString())
                .isEqualTo("{\"ArnLike\":{\"aws:SourceArn\":"
                        + "\"arn:aws:cloudwatch:eu-central-1:111111111111:alarm:ringback-full-*\"},"
                        + "\"StringEquals\":{\"aws:SourceAccount\":\"111111111111\"}}");
    }

    @Test
    void theAddressOfTheEnvironmentGetsAMail() {
        JsonNode subscription = full.only("AWS::SNS::Subscription").path("Properties");
        assertThat(subscription.path("Protocol").asText()).isEqualTo("email");
        assertThat(subscription.path("Endpoint").asText()).isEqualTo("on-call@example.com");
    }

    @Test
    void whereTheTeamHasATopicThereIsNoOther() {
        assertThat(bare.resources("AWS::SNS::Topic")).isEmpty();
        assertThat(bare.json().at("/Outputs/AlarmTopicArn/Value").asText())
                .isEqualTo("arn:aws:sns:eu-west-1:222222222222:on-call");
    }

    @Test
    void everyMetricOfTheFunctionsIsOnTheDashboardUnderItsDimensions() {
        String dashboard = dashboard();
        assertThat(Arrays.stream(Metric.values())
                        .map(metric -> "{Ringback,%s} MetricName=\\\"%s\\\" Environment=\\\"full\\\""
                                .formatted(String.join(",", metric.dimensionNames()), metric.metricName())))
                .allSatisfy(search -> assertThat(dashboard).contains(search));
    }

    @Test
    void functionsAndQueuesAreSearchedForSoThatNewOnesShow() {
        assertThat(dashboard())
                .contains("{AWS/Lambda,FunctionName} MetricName=\\\"Errors\\\" FunctionName=ringback-full")
                .contains("{AWS/SQS,QueueName} MetricName=\\\"ApproximateNumberOfMessagesVisible\\\""
                        + " QueueName=ringback-full");
    }

    @Test
    void noFunctionAndNoQueueIsImported() {
        assertThat(full.json().findValuesAsText("Fn::ImportValue"))
                .isNotEmpty()
                .allSatisfy(export -> assertThat(export).containsAnyOf("GraphqlApi", "HttpApi"));
    }

    @Test
    void theDashboardIsValidJson() throws Exception {
        JsonNode body = new ObjectMapper().readTree(dashboard());
        assertThat(body.path("widgets")).hasSize(21);
    }

    /** Its text, with the ids that only a deployment knows left out. */
    private String dashboard() {
        JsonNode parts = full.only("AWS::CloudWatch::Dashboard").at("/Properties/DashboardBody/Fn::Join/1");
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.isTextual() ? part.textValue() : "id"));
        return text.toString();
    }

    private JsonNode statement(String effect) {
        List<JsonNode> statements = full.only("AWS::SNS::TopicPolicy")
                .at("/Properties/PolicyDocument/Statement")
                .valueStream()
                .filter(statement -> statement.path("Effect").asText().equals(effect))
                .toList();
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }
}

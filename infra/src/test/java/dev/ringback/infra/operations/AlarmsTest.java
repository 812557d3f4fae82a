package dev.ringback.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every alarm, in whichever stack. */
class AlarmsTest {
    private final Assembly full;
    private final Assembly bare;

    AlarmsTest(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        this.full = full;
        this.bare = bare;
    }

    @Test
    void everyFunctionIsWatchedForErrorsAndThrottling() {
        assertThat(List.of(full, bare))
                .allSatisfy(assembly -> assertThat(assembly.templates())
                        .allSatisfy(template -> assertThat(watched(template))
                                .isEqualTo(template.resources("AWS::Lambda::Function").keySet().stream()
                                        .flatMap(function -> Stream.of(function + " Errors", function + " Throttles"))
                                        .collect(Collectors.toSet()))));
    }

    @Test
    void everyQueueOfFailuresIsWatched() {
        Set<String> watched = alarms(full)
                .filter(alarm -> alarm.path("Namespace").asText().equals("AWS/SQS"))
                .map(alarm -> alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(watched).isEqualTo(queuesOfFailures());
    }

    @Test
    void anAlarmTellsTheTopicThatItIsOnAndThatItIsOver() {
        assertThat(alarms(full)).allSatisfy(alarm -> {
            assertThat(alarm.path("AlarmActions").toString())
                    .isEqualTo("[\"arn:aws:sns:eu-central-1:111111111111:ringback-full-alarms\"]");
            assertThat(alarm.path("OKActions")).isEqualTo(alarm.path("AlarmActions"));
        });
    }

    @Test
    void aTeamsOwnTopicIsToldInstead() {
        assertThat(alarms(bare))
                .allSatisfy(alarm -> assertThat(alarm.path("AlarmActions").toString())
                        .isEqualTo("[\"arn:aws:sns:eu-west-1:222222222222:on-call\"]"));
    }

    @Test
    void whereNobodyCallsNothingIsWrong() {
        assertThat(alarms(full))
                .allSatisfy(alarm ->
                        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching"));
    }

    @Test
    void anAlarmLooksAtOneMetricWithAllItsDimensions() {
        assertThat(alarms(full)).allSatisfy(alarm -> {
            assertThat(alarm.path("MetricName").asText()).isNotEmpty();
            assertThat(alarm.path("Dimensions")).isNotEmpty();
            assertThat(alarm.has("Metrics")).isFalse();
        });
    }

    private static Set<String> watched(StackTemplate template) {
        return template.resources("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.path("Properties"))
                .filter(alarm -> Set.of("Errors", "Throttles")
                        .contains(alarm.path("MetricName").asText()))
                .map(alarm -> alarm.at("/Dimensions/0/Value/Ref").asText() + " "
                        + alarm.path("MetricName").asText())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> alarms(Assembly assembly) {
        return assembly.templates().stream()
                .flatMap(template -> template.resources("AWS::CloudWatch::Alarm").values().stream())
                .map(alarm -> alarm.path("Properties"));
    }

    /** Those that something names as the place for what it could not do, but that none takes from. */
    private Set<String> queuesOfFailures() {
        return full.templates().stream()
                .flatMap(template -> template.resources("AWS::SQS::Queue").entrySet().stream())
                .filter(queue -> !queue.getValue().path("Properties").has("RedrivePolicy"))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

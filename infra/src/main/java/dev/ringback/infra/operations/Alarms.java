package dev.ringback.infra.operations;

import dev.ringback.infra.environment.Settings;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The one way to an alarm: it tells the environment's topic, and says where the runbook has it. An alarm stands in the stack
 * of what it watches, so that neither can be deployed, replaced or deleted without the other.
 */
public record Alarms(Construct scope, Settings settings) {

    /** @param section of the runbook, which may serve several alarms */
    public void add(String id, String section, Watch watch, String meaning) {
        Alarm alarm = Alarm.Builder.create(scope, id)
                .alarmDescription(
                        meaning + ". " + settings.operations().runbook() + "#" + section.toLowerCase(Locale.ROOT))
                .metric(watch.metric())
                .threshold(watch.threshold())
                .evaluationPeriods(watch.periods())
                .datapointsToAlarm(watch.breaching())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        CfnAlarm resource = (CfnAlarm) alarm.getNode().getDefaultChild();
        List<String> topic = List.of(AlarmTopic.arn(scope, settings));
        resource.setAlarmActions(topic);
        resource.setOkActions(topic);
    }

    /** An alarm with a section of its own. */
    public void add(String id, Watch watch, String meaning) {
        add(id, id, watch, meaning);
    }

    /** Goes off when something is in a queue that should be empty. */
    public void anyIn(Queue queue, String id, String meaning) {
        Watch one = Watch.atLeast(
                1,
                queue.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .statistic("Maximum")
                        .period(Duration.minutes(1))
                        .build()));
        add(id, one, meaning);
    }
}

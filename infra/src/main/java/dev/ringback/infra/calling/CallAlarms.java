package dev.ringback.infra.calling;

import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.QueueAlarm;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What a person should know of when calls are not kept or told of as they should be; nobody is told of it yet. */
final class CallAlarms extends Construct {
    private static final Duration MINUTE = Duration.minutes(1);
    private static final Duration LATE = Duration.minutes(1);

    CallAlarms(Construct scope, String id) {
        super(scope, id);
    }

    CallAlarms deadRingTimeouts(Queue deadLetters) {
        return anyIn(deadLetters, "DeadRingTimeouts", "Ring time-outs failed for good; the sweeper ends their calls");
    }

    CallAlarms streamFailures(Queue failures) {
        return anyIn(
                failures, "StreamFailures", "Changes of calls were given up: who follows calls does not know of them");
    }

    CallAlarms lateReleases(Alias keeper) {
        return late(keeper, "LateReleases", "What ended calls held is released more than a minute late");
    }

    CallAlarms lateEvents(Alias events) {
        return late(events, "LateEvents", "Phones learn more than a minute late what becomes of their calls");
    }

    // The schedule is the only one that invokes this function asynchronously, and what fails is dropped at once.
    CallAlarms failedSweeps(Alias keeper) {
        Metric dropped = keeper.getLambda()
                .metric(
                        "AsyncEventsDropped",
                        MetricOptions.builder().statistic("Sum").period(MINUTE).build());
        alarm("FailedSweeps", dropped, "Calls that should be over are not swept up", 1)
                .evaluationPeriods(5)
                .datapointsToAlarm(3)
                .build();
        return this;
    }

    // Functions count these themselves; an alarm sees a metric only by exactly the dimensions that it was counted with.
    CallAlarms abandonedMedia(Settings settings) {
        Metric abandoned = Metric.Builder.create()
                .namespace("Ringback")
                .metricName("MediaAbandoned")
                .dimensionsMap(Map.of("Environment", settings.environment()))
                .statistic("Sum")
                .period(MINUTE)
                .build();
        alarm("AbandonedMedia", abandoned, "Bandwidth released the media of a call in none of nine hours", 1)
                .evaluationPeriods(1)
                .build();
        return this;
    }

    private CallAlarms anyIn(Queue queue, String id, String description) {
        QueueAlarm.on(this, id, queue, description);
        return this;
    }

    private CallAlarms late(Alias function, String id, String description) {
        Metric age = function.getLambda()
                .metric(
                        "IteratorAge",
                        MetricOptions.builder()
                                .statistic("Maximum")
                                .period(MINUTE)
                                .build());
        alarm(id, age, description, LATE.toMilliseconds()).evaluationPeriods(3).build();
        return this;
    }

    private Alarm.Builder alarm(String id, Metric metric, String description, Number threshold) {
        return Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }
}

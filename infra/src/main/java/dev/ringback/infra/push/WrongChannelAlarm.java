package dev.ringback.infra.push;

import dev.ringback.infra.environment.Settings;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/** Goes off when a channel refuses tokens as not its own: one may be a device's fault, several are a wrong app id or key. */
final class WrongChannelAlarm {
    private static final int TOO_MANY = 3;

    private WrongChannelAlarm() {}

    // The function counts these itself; an alarm sees a metric only by exactly the dimensions that it was counted with.
    static void on(Construct scope, Settings settings) {
        Alarm.Builder.create(scope, "WrongChannelTokens")
                .alarmDescription(
                        "A push channel does not know tokens: sandbox and production, bundle or project are mixed up")
                .metric(Metric.Builder.create()
                        .namespace("Ringback")
                        .metricName("PushWrongForChannel")
                        .dimensionsMap(Map.of("Environment", settings.environment()))
                        .statistic("Sum")
                        .period(Duration.hours(1))
                        .build())
                .threshold(TOO_MANY)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}

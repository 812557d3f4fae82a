package dev.ringback.infra.operations;

import dev.ringback.infra.environment.Settings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** What every function is watched for. */
public final class FunctionAlarms {
    /** One or two are lost now and then, and tried again; somebody is woken for what goes on. */
    private static final int TOO_MANY = 3;

    private static final MetricOptions IN_FIVE_MINUTES =
            MetricOptions.builder().statistic("Sum").period(Duration.minutes(5)).build();

    private FunctionAlarms() {}

    public static void on(Construct scope, Settings settings, Function function) {
        Alarms alarms = new Alarms(scope, settings);
        alarms.add(
                "Errors",
                "FunctionErrors",
                Watch.atLeast(TOO_MANY, function.metricErrors(IN_FIVE_MINUTES)),
                "Invocations of a function fail");
        alarms.add(
                "Throttles",
                "FunctionThrottles",
                Watch.atLeast(TOO_MANY, function.metricThrottles(IN_FIVE_MINUTES)),
                "A function is refused invocations, because too many run at once");
    }
}

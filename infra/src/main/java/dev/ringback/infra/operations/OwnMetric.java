package dev.ringback.infra.operations;

import dev.ringback.infra.environment.Settings;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** A metric that the functions emit, by the name and the dimensions they emit it with. */
public final class OwnMetric {
    private OwnMetric() {}

    public static Metric sum(dev.ringback.telemetry.Metric metric, Settings settings, Duration period) {
        return Metric.Builder.create()
                .namespace(dev.ringback.telemetry.Metric.NAMESPACE)
                .metricName(metric.metricName())
                .dimensionsMap(metric.dimensions(settings.environment(), Map.of()))
                .statistic("Sum")
                .period(period)
                .build();
    }
}

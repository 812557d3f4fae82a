package dev.ringback.infra.operations;

import dev.ringback.infra.environment.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.SearchExpression;

/**
 * The graphs of the dashboard. What there may be several of is searched for, so that a new function, queue or reason shows
 * without a change here, and no stack is held because this one imports from it.
 */
record Panels(Settings settings) {
    private static final Duration PERIOD = Duration.minutes(5);

    GraphWidget graph(String title, IMetric... lines) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.of(lines))
                .width(8)
                .height(6)
                .build();
    }

    /** A metric of the functions: a line for each combination of values that its own dimensions have. */
    IMetric own(dev.ringback.telemetry.Metric metric, String statistic) {
        String schema = dev.ringback.telemetry.Metric.NAMESPACE + "," + String.join(",", metric.dimensionNames());
        String environment = "%s=\"%s\"".formatted(dev.ringback.telemetry.Metric.ENVIRONMENT, settings.environment());
        return search(schema, metric.metricName(), environment, statistic);
    }

    /** A line for each resource of this environment: CloudFormation begins their names with that of their stack. */
    IMetric each(String namespace, String dimension, String metric, String statistic) {
        return search(namespace + "," + dimension, metric, dimension + "=" + settings.prefix(), statistic);
    }

    IMetric one(String namespace, String dimension, String value, String metric) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(metric)
                .dimensionsMap(Map.of(dimension, value))
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }

    private static IMetric search(String schema, String metric, String filter, String statistic) {
        return SearchExpression.Builder.create()
                .expression("SEARCH('{%s} MetricName=\"%s\" %s', '%s', %d)"
                        .formatted(schema, metric, filter, statistic, PERIOD.toSeconds()))
                .label(statistic)
                .period(PERIOD)
                .build();
    }
}

package dev.ringback.infra.operations;

import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * When a metric means that somebody has to look.
 *
 * @param breaching how many of the latest periods have to reach the threshold
 */
public record Watch(Metric metric, Number threshold, int breaching, int periods) {

    /** Once is enough. */
    public static Watch atLeast(Number threshold, Metric metric) {
        return new Watch(metric, threshold, 1, 1);
    }

    public Watch in(int many, int of) {
        return new Watch(metric, threshold, many, of);
    }
}

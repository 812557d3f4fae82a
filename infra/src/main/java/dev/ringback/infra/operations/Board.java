package dev.ringback.infra.operations;

import static dev.ringback.telemetry.Metric.BANDWIDTH_ERRORS;
import static dev.ringback.telemetry.Metric.BANDWIDTH_LATENCY;
import static dev.ringback.telemetry.Metric.CALLS_ANSWERED;
import static dev.ringback.telemetry.Metric.CALLS_ENDED;
import static dev.ringback.telemetry.Metric.CALLS_REFUSED;
import static dev.ringback.telemetry.Metric.CALLS_STARTED;
import static dev.ringback.telemetry.Metric.CALLS_SWEPT;
import static dev.ringback.telemetry.Metric.EVENTS_NOT_PUBLISHED;
import static dev.ringback.telemetry.Metric.MEDIA_ABANDONED;
import static dev.ringback.telemetry.Metric.MEDIA_LEFT_BEHIND;
import static dev.ringback.telemetry.Metric.MEDIA_RELEASED;
import static dev.ringback.telemetry.Metric.PUSH_NOT_SENT;
import static dev.ringback.telemetry.Metric.PUSH_OUTCOME;
import static dev.ringback.telemetry.Metric.PUSH_WRONG_FOR_CHANNEL;
import static dev.ringback.telemetry.Metric.REQUESTS_REFUSED;
import static dev.ringback.telemetry.Metric.REQUEST_LATENCY;
import static dev.ringback.telemetry.Metric.RING_TIMERS_NOT_STARTED;
import static dev.ringback.telemetry.Metric.TIME_TO_RING;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/** The dashboard, from what people feel down to what the machines do. */
record Board(Panels panels, OperationsStack.Apis apis) {

    void in(Construct scope, String name) {
        Dashboard.Builder.create(scope, "Dashboard")
                .dashboardName(name)
                .widgets(List.of(calls(), requests(), bandwidth(), pushes(), functions(), load(), gateways()))
                .build();
    }

    private List<IWidget> calls() {
        return List.of(
                panels.graph("Calls started, answered", sum(CALLS_STARTED), sum(CALLS_ANSWERED)),
                panels.graph("Calls over, by how", sum(CALLS_ENDED)),
                panels.graph(
                        "Milliseconds until a phone rings",
                        panels.own(TIME_TO_RING, "p50"),
                        panels.own(TIME_TO_RING, "p95"),
                        panels.own(TIME_TO_RING, "p99")));
    }

    private List<IWidget> requests() {
        return List.of(
                panels.graph("Requests refused, by code", sum(REQUESTS_REFUSED)),
                panels.graph("Calls refused, by reason", sum(CALLS_REFUSED)),
                panels.graph("Milliseconds of a request, 95 of 100", panels.own(REQUEST_LATENCY, "p95")));
    }

    private List<IWidget> bandwidth() {
        return List.of(
                panels.graph("Bandwidth: milliseconds, 95 of 100", panels.own(BANDWIDTH_LATENCY, "p95")),
                panels.graph("Bandwidth: errors", sum(BANDWIDTH_ERRORS)),
                panels.graph(
                        "Bandwidth: released, and not",
                        sum(MEDIA_RELEASED),
                        sum(MEDIA_LEFT_BEHIND),
                        sum(MEDIA_ABANDONED)));
    }

    private List<IWidget> pushes() {
        return List.of(
                panels.graph("Pushes, by outcome", sum(PUSH_OUTCOME), sum(PUSH_WRONG_FOR_CHANNEL)),
                panels.graph("Pushes not sent, by reason", sum(PUSH_NOT_SENT)),
                panels.graph(
                        "Left to others", sum(CALLS_SWEPT), sum(RING_TIMERS_NOT_STARTED), sum(EVENTS_NOT_PUBLISHED)));
    }

    private List<IWidget> functions() {
        return List.of(
                panels.graph("Functions: milliseconds, 95 of 100", function("Duration", "p95")),
                panels.graph("Functions: errors", function("Errors", "Sum")),
                panels.graph("Functions: throttled", function("Throttles", "Sum")));
    }

    private List<IWidget> load() {
        return List.of(
                panels.graph("Functions: at once", function("ConcurrentExecutions", "Maximum")),
                panels.graph("Functions: milliseconds behind the stream", function("IteratorAge", "Maximum")),
                panels.graph(
                        "Queues: messages waiting",
                        panels.each("AWS/SQS", "QueueName", "ApproximateNumberOfMessagesVisible", "Maximum")));
    }

    private List<IWidget> gateways() {
        return List.of(
                panels.graph("GraphQL: refused and failed", graphql("4XXError"), graphql("5XXError")),
                panels.graph("HTTP API: requests", http("Count")),
                panels.graph("HTTP API: refused and failed", http("4xx"), http("5xx")));
    }

    private IMetric sum(dev.ringback.telemetry.Metric metric) {
        return panels.own(metric, "Sum");
    }

    private IMetric function(String metric, String statistic) {
        return panels.each("AWS/Lambda", "FunctionName", metric, statistic);
    }

    private IMetric graphql(String metric) {
        return panels.one("AWS/AppSync", "GraphQLAPIId", apis.graphql(), metric);
    }

    private IMetric http(String metric) {
        return panels.one("AWS/ApiGateway", "ApiId", apis.http(), metric);
    }
}

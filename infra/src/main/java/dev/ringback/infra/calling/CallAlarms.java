package dev.ringback.infra.calling;

import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.operations.Alarms;
import dev.ringback.infra.operations.OwnMetric;
import dev.ringback.infra.operations.Watch;
import dev.ringback.telemetry.Metric;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What a person should know of when calls are not kept or told of as they should be. */
final class CallAlarms extends Construct {
    private static final Duration MINUTE = Duration.minutes(1);
    private static final Duration LATE = Duration.minutes(1);

    private final Settings settings;
    private final Alarms alarms;

    CallAlarms(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.settings = settings;
        alarms = new Alarms(this, settings);
    }

    CallAlarms deadRingTimeouts(Queue deadLetters) {
        alarms.anyIn(deadLetters, "DeadRingTimeouts", "Ring time-outs failed for good; the sweeper ends their calls");
        return this;
    }

    CallAlarms streamFailures(Queue failures) {
        alarms.anyIn(
                failures, "StreamFailures", "Changes of calls were given up: who follows calls does not know of them");
        return this;
    }

    CallAlarms undeliveredStops(Queue deadLetters) {
        alarms.anyIn(
                deadLetters,
                "UndeliveredStops",
                "The event bus could not wake the function that tells phones to stop ringing");
        return this;
    }

    CallAlarms lateReleases(Alias keeper) {
        return late(keeper, "LateReleases", "What ended calls held is released more than a minute late");
    }

    CallAlarms lateEvents(Alias events) {
        return late(events, "LateEvents", "Phones learn more than a minute late what becomes of their calls");
    }

    // The schedule is the only one that invokes this function asynchronously, and what fails is dropped at once.
    CallAlarms failedSweeps(Alias keeper) {
        var dropped = keeper.getLambda()
                .metric(
                        "AsyncEventsDropped",
                        MetricOptions.builder().statistic("Sum").period(MINUTE).build());
        alarms.add("FailedSweeps", Watch.atLeast(1, dropped).in(3, 5), "Calls that should be over are not swept up");
        return this;
    }

    CallAlarms abandonedMedia() {
        alarms.add(
                "AbandonedMedia",
                Watch.atLeast(1, OwnMetric.sum(Metric.MEDIA_ABANDONED, settings, MINUTE)),
                "Bandwidth released the media of a call in none of nine hours");
        return this;
    }

    // What the API answers when calls cannot be made, whoever is to blame: Bandwidth, the database, or the function.
    CallAlarms failingRequests(HttpApi api) {
        var failed = api.metricServerError(MetricOptions.builder()
                .statistic("Sum")
                .period(Duration.minutes(5))
                .build());
        alarms.add("FailingRequests", Watch.atLeast(5, failed), "Requests of phones fail: calls cannot be made");
        return this;
    }

    private CallAlarms late(Alias function, String id, String meaning) {
        var age = function.getLambda()
                .metric(
                        "IteratorAge",
                        MetricOptions.builder()
                                .statistic("Maximum")
                                .period(MINUTE)
                                .build());
        alarms.add(id, Watch.atLeast(LATE.toMilliseconds(), age).in(3, 3), meaning);
        return this;
    }
}

package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.dynamodb.StreamPosition;
import dev.ringback.local.dynamodb.Streams;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.lambda.Callee;
import dev.ringback.local.sqs.Queue;
import dev.ringback.local.sqs.Queues;
import dev.ringback.local.stack.StackFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Makes pollers of tables' streams. */
public final class StreamMappings {
    private static final Set<String> KNOWN = Set.of(
            "EventSourceArn",
            "FunctionName",
            "Enabled",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "StartingPosition",
            "FilterCriteria",
            "FunctionResponseTypes",
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "BisectBatchOnFunctionError",
            "DestinationConfig",
            // More of it changes how fast records are handled, not in which order those of one item are.
            "ParallelizationFactor",
            "MetricsConfig",
            "Tags");
    private static final List<String> ACTIONS =
            List.of("dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream");
    private static final String LIST = "dynamodb:ListStreams";
    /** No stream has a record for longer. */
    private static final int DAY_SECONDS = 86_400;

    private static final int WEEK_SECONDS = 604_800;
    private static final int ENDLESS = -1;

    private final Streams streams;
    private final Queues queues;
    private final Account account;
    private final Checkpoints checkpoints;
    private final IntFunction<Duration> waits;
    private final Clock clock;
    private final Consumer<String> console;

    /** @param waits before the next attempt after so many failures */
    public StreamMappings(
            Streams streams,
            Queues queues,
            Account account,
            Checkpoints checkpoints,
            IntFunction<Duration> waits,
            Clock clock,
            Consumer<String> console) {
        this.streams = streams;
        this.queues = queues;
        this.account = account;
        this.checkpoints = checkpoints;
        this.waits = waits;
        this.clock = clock;
        this.console = console;
    }

    Poller poller(MappingReader mapping, String id, Callee function) {
        mapping.checkKnown(KNOWN);
        String arn = mapping.text("EventSourceArn");
        checkAccess(function.role(), arn);
        StreamSettings settings = settings(mapping, function.role());
        Discarded discarded = new Discarded(function, arn, queues, settings.onFailure(), clock, console);
        return new StreamPoller(
                new StreamSource(streams, arn, account.region(), function, id, start(mapping), checkpoints),
                mapping.streamBatching(),
                mapping.filters(),
                new StreamDelivery(function, settings, discarded, waits, clock, console),
                clock);
    }

    // ListStreams is about no stream in particular, but policies often name one.
    private static void checkAccess(Principal role, String arn) {
        boolean lists = role.allows(LIST, "*") || role.allows(LIST, arn);
        if (!lists || !ACTIONS.stream().allMatch(action -> role.allows(action, arn))) {
            throw new StackFailure(
                    "Cannot access stream " + arn + ". Please ensure the role can perform the GetRecords,"
                            + " GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.");
        }
    }

    private static StreamPosition start(MappingReader mapping) {
        return switch (mapping.text("StartingPosition")) {
            case "TRIM_HORIZON" -> new StreamPosition.TrimHorizon();
            case "LATEST" -> new StreamPosition.Latest();
            default -> throw new StackFailure("StartingPosition is neither TRIM_HORIZON nor LATEST.");
        };
    }

    private StreamSettings settings(MappingReader mapping, Principal role) {
        mapping.number("ParallelizationFactor", 1, 1, 10);
        int age = mapping.number("MaximumRecordAgeInSeconds", ENDLESS, ENDLESS, WEEK_SECONDS);
        return new StreamSettings(
                mapping.number("MaximumRetryAttempts", ENDLESS, ENDLESS, 10_000),
                Duration.ofSeconds(age == ENDLESS ? DAY_SECONDS : Math.min(age, DAY_SECONDS)),
                mapping.flag("BisectBatchOnFunctionError"),
                mapping.reportsItems(),
                destination(mapping.part("DestinationConfig"), role));
    }

    private Optional<Queue> destination(JsonNode config, Principal role) {
        JsonNode arn = config.path("OnFailure").path("Destination");
        if (arn.isMissingNode()) {
            return Optional.empty();
        }
        Queue queue = queues.withArn(arn.asText())
                .orElseThrow(() -> new StackFailure(
                        "The local runtime has queues as destinations only, and none " + arn.asText() + "."));
        if (!role.allows("sqs:SendMessage", queue.arn())) {
            throw new StackFailure("The provided execution role does not have permissions to call SendMessage on SQS");
        }
        return Optional.of(queue);
    }
}

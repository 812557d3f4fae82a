package dev.ringback.infra.calling;

import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.function.FailureQueue;
import dev.ringback.infra.function.Permission;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The changes of calls, in their order, for functions to follow; what cannot be handled in time is left in a queue. */
final class CallStream extends Construct {
    private static final int BATCH = 100;
    /** What is older is news to nobody, and would keep later changes waiting. */
    private static final Duration LONGEST_TRIED = Duration.minutes(5);
    /** Beyond what fits into that time, which is what ends the attempts. */
    private static final int ATTEMPTS = 1000;

    private final String arn;
    private final Queue failures;

    CallStream(Construct scope, String id, DataStack data) {
        super(scope, id);
        arn = data.calls().getTableStreamArn();
        failures = FailureQueue.in(this, "Failures");
    }

    Queue failures() {
        return failures;
    }

    /** What a role must be allowed before its function can follow. */
    List<PolicyStatement> permissions() {
        return List.of(
                // Lambda wants ListStreams too, which IAM grants for all streams or none: CDK's own grant is on "*".
                // Amplify's and Serverless' are on the one stream, like this, and Lambda takes them.
                Permission.to("FollowCalls")
                        .allow(
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator",
                                "dynamodb:ListStreams")
                        .on(arn),
                Permission.to("ReportFailures").allow("sqs:SendMessage").on(failures.getQueueArn()));
    }

    /** @param filter a pattern of Lambda's for the changes that the function wants to see */
    void follow(Alias function, String filter) {
        function.addEventSourceMapping(
                "Calls",
                EventSourceMappingOptions.builder()
                        .eventSourceArn(arn)
                        // From the oldest change on: with LATEST, those during the minutes in which a mapping comes to
                        // life would be lost.
                        .startingPosition(StartingPosition.TRIM_HORIZON)
                        .filters(List.of(Map.of("pattern", filter)))
                        .batchSize(BATCH)
                        .maxBatchingWindow(Duration.seconds(0))
                        .reportBatchItemFailures(true)
                        .bisectBatchOnError(true)
                        .retryAttempts(ATTEMPTS)
                        .maxRecordAge(LONGEST_TRIED)
                        .onFailure(new SqsDlq(failures))
                        .build());
    }
}

package dev.ringback.infra.calling;

import dev.ringback.infra.function.Permission;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** One message a call, delayed until its phone must have stopped ringing. */
final class RingTimeouts extends Construct {
    /** How often a message is received before it is put aside. */
    private static final int RECEIVED_AT_MOST = 5;
    /** Lambda's advice: time for a batch to be throttled and tried again before others see its messages. */
    private static final int TIMEOUTS_INVISIBLE = 6;

    private static final int BATCH = 10;

    private final Queue deadLetters;
    private final Queue queue;

    RingTimeouts(Construct scope, String id) {
        super(scope, id);
        deadLetters = queue("DeadLetters").retentionPeriod(Duration.days(14)).build();
        queue = queue("Queue")
                .visibilityTimeout(Duration.seconds(TIMEOUTS_INVISIBLE * CallKeeper.TIMEOUT_SECONDS))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(RECEIVED_AT_MOST)
                        .build())
                .build();
    }

    Queue deadLetters() {
        return deadLetters;
    }

    String queueUrl() {
        return queue.getQueueUrl();
    }

    String queueArn() {
        return queue.getQueueArn();
    }

    PolicyStatement permissionToTake() {
        return Permission.to("TakeRingTimeouts")
                .allow("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
                .on(queue.getQueueArn());
    }

    void deliverTo(Alias function) {
        function.addEventSourceMapping(
                "RingTimeouts",
                EventSourceMappingOptions.builder()
                        .eventSourceArn(queue.getQueueArn())
                        .batchSize(BATCH)
                        .reportBatchItemFailures(true)
                        .build());
    }

    private Queue.Builder queue(String id) {
        return Queue.Builder.create(this, id)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }
}

package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.Policy;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Queues and the policies on them. */
public final class QueueProvider implements ResourceProvider {
    private static final String QUEUE = "AWS::SQS::Queue";
    /** 1 MiB since August 2025. */
    private static final int LONGEST_MESSAGE = 1_048_576;

    private static final Set<String> KNOWN = Set.of(
            "QueueName",
            "DelaySeconds",
            "VisibilityTimeout",
            "MessageRetentionPeriod",
            "ReceiveMessageWaitTimeSeconds",
            "MaximumMessageSize",
            "RedrivePolicy",
            "RedriveAllowPolicy",
            "SqsManagedSseEnabled",
            "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds",
            "Tags");

    private final Queues queues;
    private final Account account;
    private final String gatewayUrl;
    private final Clock clock;

    public QueueProvider(Queues queues, Account account, String gatewayUrl, Clock clock) {
        this.queues = queues;
        this.account = account;
        this.gatewayUrl = gatewayUrl;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(QUEUE, "AWS::SQS::QueuePolicy");
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        return declaration.type().equals(QUEUE) ? queue(declaration) : policy(declaration);
    }

    private Provisioned queue(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        properties.fieldNames().forEachRemaining(property -> {
            if (!KNOWN.contains(property)) {
                throw new StackFailure("The local runtime does not know the property " + property + " of queues.");
            }
        });
        String name = properties.path("QueueName").asText(declaration.name(80));
        Queue queue = new Queue(name, account.arn("sqs", name), settings(properties), clock);
        queues.add(queue);
        String url = gatewayUrl + "/" + account.id() + "/" + name;
        return new Provisioned(url, Map.of("Arn", queue.arn(), "QueueName", name, "QueueUrl", url));
    }

    private Queue.Settings settings(JsonNode properties) {
        return new Queue.Settings(
                seconds(properties, "DelaySeconds", 0),
                seconds(properties, "VisibilityTimeout", 30),
                seconds(properties, "MessageRetentionPeriod", 345_600),
                seconds(properties, "ReceiveMessageWaitTimeSeconds", 0),
                properties.path("MaximumMessageSize").asInt(LONGEST_MESSAGE),
                Optional.ofNullable(properties.get("RedrivePolicy")).map(this::redrive));
    }

    private Redrive redrive(JsonNode policy) {
        Queue deadLetters = queues.withArn(policy.path("deadLetterTargetArn").asText())
                .orElseThrow(() -> new StackFailure("Value " + policy
                        + " for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist."));
        int mostReceipts = policy.path("maxReceiveCount").asInt();
        if (mostReceipts < 1 || mostReceipts > 1000) {
            throw new StackFailure("Value " + policy + " for parameter RedrivePolicy is invalid. Reason: Invalid value"
                    + " for maxReceiveCount: " + policy.path("maxReceiveCount") + ", valid values are from 1 to 1000"
                    + " both inclusive.");
        }
        return new Redrive(deadLetters, mostReceipts);
    }

    private static Duration seconds(JsonNode properties, String name, int otherwise) {
        return Duration.ofSeconds(properties.path(name).asInt(otherwise));
    }

    private Provisioned policy(ResourceDeclaration declaration) {
        Policy policy = Policy.read(declaration.properties().path("PolicyDocument"));
        for (JsonNode url : declaration.properties().path("Queues")) {
            queues.at(url.asText())
                    .orElseThrow(() -> new StackFailure("There is no queue " + url.asText() + "."))
                    .policies()
                    .add(policy);
        }
        return new Provisioned(declaration.name(80), Map.of("Id", declaration.physicalId()));
    }
}

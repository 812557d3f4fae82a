package dev.ringback.infra.operations;

import dev.ringback.infra.environment.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Whom alarms tell: a topic of the team's, or one of this environment's. */
final class AlarmTopic {
    private AlarmTopic() {}

    // Made of its name, not imported from the stack that has it: alarms would hold that stack, and it has to come last.
    static String arn(Construct scope, Settings settings) {
        return settings.operations().alarmTopicArn().orElseGet(() -> of(scope, "sns", name(settings)));
    }

    /** Not encrypted by a key of its own: alarms hold names of metrics, and a key is one more thing to lose them by. */
    static void in(Construct scope, Settings settings) {
        Topic topic = Topic.Builder.create(scope, "Topic")
                .topicName(name(settings))
                .displayName("Alarms of " + settings.prefix())
                .enforceSsl(true)
                .build();
        topic.addToResourcePolicy(mayBeToldBy(scope, settings, topic));
        settings.operations().alarmEmail().ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
    }

    // A topic with a policy lets in nobody whom it does not name, not even the account's own alarms.
    private static PolicyStatement mayBeToldBy(Construct scope, Settings settings, Topic topic) {
        return PolicyStatement.Builder.create()
                .sid("TakeAlarms")
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(new TreeMap<>(Map.of(
                        "ArnLike",
                        Map.of("aws:SourceArn", of(scope, "cloudwatch", "alarm:" + settings.prefix() + "-*")),
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(scope).getAccount()))))
                .build();
    }

    private static String name(Settings settings) {
        return settings.prefix() + "-alarms";
    }

    private static String of(Construct scope, String service, String resource) {
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service(service)
                        .resource(resource)
                        .build());
    }
}

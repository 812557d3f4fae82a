package dev.ringback.local.stack;

import java.util.Map;
import java.util.Optional;

/** The types of resources that are read and then left alone, each with the reason. */
final class WithoutLocalEffect {
    private static final Map<String, String> REASONS = Map.of(
            "AWS::CDK::Metadata", "tells AWS which constructs are in use",
            "AWS::CloudWatch::Alarm", "watches metrics, which are not collected here",
            "AWS::CloudWatch::CompositeAlarm", "watches alarms",
            "AWS::CloudWatch::Dashboard", "shows metrics, which are not collected here",
            "AWS::SNS::Topic", "is told of alarms",
            "AWS::SNS::TopicPolicy", "says who may tell a topic",
            "AWS::SNS::Subscription", "passes on what a topic is told",
            "AWS::Logs::MetricFilter", "makes metrics of logs",
            "AWS::WAFv2::WebACL", "keeps strangers' traffic away, of which there is none here",
            "AWS::WAFv2::WebACLAssociation", "puts a web ACL before an API");

    private WithoutLocalEffect() {}

    static Optional<String> reason(String type) {
        return Optional.ofNullable(REASONS.get(type));
    }
}

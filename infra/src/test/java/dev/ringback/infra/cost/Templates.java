package dev.ringback.infra.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.StackTemplate;
import java.util.List;
import java.util.stream.Stream;

/** What of an environment's templates costs money. */
record Templates(List<StackTemplate> all) {

    int count(String type) {
        return (int) resources(type).count();
    }

    /** The metrics that alarms look at; one alarm may have several. */
    int alarmMetrics() {
        return resources("AWS::CloudWatch::Alarm")
                .mapToInt(alarm -> {
                    JsonNode metrics = alarm.at("/Properties/Metrics");
                    return Math.max(1, metrics.findValues("MetricStat").size());
                })
                .sum();
    }

    int rateRules() {
        return resources("AWS::WAFv2::WebACL")
                .mapToInt(acl -> acl.at("/Properties/Rules").size())
                .sum();
    }

    int indexes(String table) {
        return named("AWS::DynamoDB::Table", table)
                .at("/Properties/GlobalSecondaryIndexes")
                .size();
    }

    double gigabytes(String function) {
        return named("AWS::Lambda::Function", function)
                        .at("/Properties/MemorySize")
                        .intValue()
                / 1024.0;
    }

    int queuesThatWakeFunctions() {
        return (int) resources("AWS::Lambda::EventSourceMapping")
                .filter(mapping ->
                        mapping.at("/Properties/EventSourceArn").toString().contains("Queue"))
                .count();
    }

    private JsonNode named(String type, String start) {
        return all.stream()
                .flatMap(template -> template.resources(type).entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(start))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private Stream<JsonNode> resources(String type) {
        return all.stream().flatMap(template -> template.resources(type).values().stream());
    }
}
